import { expect, test } from 'vitest';
import { driftAt } from '../../../../renderer/components/customer-page/drift.ts';
import { MINUTE } from '../../../../shared/kernel/time.ts';

const day = Array.from({ length: 24 * 60 }, (_, minute) => driftAt(minute * MINUTE));

test('the customer’s page moves every minute, and only a little', () => {
  for (const [minute, { x, y }] of day.entries()) {
    const next = driftAt((minute + 1) * MINUTE);
    const step = Math.hypot(next.x - x, next.y - y);
    expect(step).toBeGreaterThan(0.01);
    expect(step).toBeLessThan(1);
  }
});

test('it never leaves its margins, which are six hundredths wide', () => {
  for (const { x, y } of day) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(2);
});

test('in a day it is at hundreds of places', () => {
  expect(new Set(day.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`)).size).toBeGreaterThan(300);
});

test('within a minute it is still', () => {
  expect(driftAt(MINUTE)).toEqual(driftAt(2 * MINUTE - 1));
});
