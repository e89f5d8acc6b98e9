import { describe, expect, it } from 'vitest';
import { countLines, readLines } from '../../../main/core/search/charge-lines.ts';
import { idOf, memoryLedger, sell } from '../ledger/setup-ledger.ts';

const total = (counts: Iterable<number>): number => [...counts].reduce((sum, some) => sum + some, 0);

describe('the lines of a report', () => {
  it.each([1, 499, 500, 501, 4_500])('of %i charges of a day come once each, oldest first', (count) => {
    const { db } = sold(count);
    const batches = [...readLines(db, {})];
    const ids = Array.from({ length: count }, (_, place) => idOf(place + 1));
    expect(batches.flat().map(({ id }) => id)).toEqual(ids);
    expect(Math.max(...batches.map(({ length }) => length))).toBeLessThanOrEqual(500);
    expect(total(countLines(db, {}))).toBe(count);
  });

  it('of days without charges are none', () => {
    const { db } = sold(3);
    for (const filter of [{ toDay: '2026-03-01' }, { fromDay: '2026-03-03' }]) {
      expect([...readLines(db, filter)].flat()).toEqual([]);
      expect(total(countLines(db, filter))).toBe(0);
    }
  });
});

function sold(count: number) {
  const ledger = memoryLedger();
  sell(ledger, count);
  return ledger;
}
