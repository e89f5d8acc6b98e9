import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slicesOf } from '../../../main/core/gateway/search-plan.ts';
import { DAY, epochMs, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';

const NOW = epochMs(Date.UTC(2031, 0, 31, 12, 0, 0, 900));
const END = Date.UTC(2031, 0, 31, 12, 10);
const cover = (since: number | null) => slicesOf(since === null ? null : epochMs(since), NOW);

describe('the slices of a search', () => {
  it.each([
    ['without a beginning: the last 24 h', null, [[END - DAY, END]]],
    ['of an hour', NOW - HOUR, [[Date.UTC(2031, 0, 31, 10, 50), END]]],
    [
      'of a day and a half, the newest first, neighbours sharing a second',
      NOW - 36 * HOUR,
      [
        [END - DAY, END],
        [Date.UTC(2031, 0, 29, 23, 50), END - DAY + SECOND],
      ],
    ],
    [
      "from an instant that the gateway's clock has not reached: it was set back",
      NOW + 90 * DAY,
      [
        [END - DAY, END],
        [END + 90 * DAY - 20 * MINUTE, END + 91 * DAY - 20 * MINUTE],
      ],
    ],
  ])('%s', (_name, since, expected) => {
    expect(cover(since).map(({ from, to }) => [from, to])).toEqual(expected);
  });

  it('go 31 days back at most: whatever is older has long expired', () => {
    const slices = cover(NOW - 900 * DAY);
    expect(slices.at(-1)?.from).toBe(END - 31 * DAY);
    expect(slices.length).toBeLessThanOrEqual(32);
  });

  it('cover the whole window without a gap, none of them wider than 24 h', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 31 * DAY - HOUR }), fc.nat(DAY), (age, shift) => {
        const now = epochMs(NOW + shift);
        const slices = slicesOf(epochMs(now - age), now);
        expect(slices[0]!.to).toBeGreaterThanOrEqual(now + 9 * MINUTE);
        expect(slices.at(-1)!.from).toBeLessThanOrEqual(now - age - 9 * MINUTE);
        for (const [place, { from, to }] of slices.entries()) {
          expect(to - from).toBeLessThanOrEqual(DAY);
          expect([from % SECOND, to % SECOND]).toEqual([0, 0]);
          if (place > 0) expect(to).toBeGreaterThan(slices[place - 1]!.from);
        }
      }),
    );
  });
});
