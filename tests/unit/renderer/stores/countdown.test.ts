import { describe, expect, it } from 'vitest';
import { formatCountdown, remainingAt } from '../../../../renderer/stores/countdown.ts';

describe('remainingAt', () => {
  it('runs on the steady clock from the moment it was heard', () => {
    const countdown = { remainingMs: 161_000, heardAt: 5_000 };
    expect(remainingAt(countdown, 5_000)).toBe(161_000);
    expect(remainingAt(countdown, 6_500)).toBe(159_500);
  });

  it('stops at zero', () => {
    expect(remainingAt({ remainingMs: 1_000, heardAt: 0 }, 1_000)).toBe(0);
    expect(remainingAt({ remainingMs: 1_000, heardAt: 0 }, 99_000)).toBe(0);
  });
});

describe('formatCountdown', () => {
  it.each([
    [300_000, '05:00'],
    [161_000, '02:41'],
    [160_001, '02:41'],
    [999, '00:01'],
    [1, '00:01'],
    [0, '00:00'],
    [600_000, '10:00'],
  ])('%i ms is %s', (ms, text) => {
    expect(formatCountdown(ms)).toBe(text);
  });
});
