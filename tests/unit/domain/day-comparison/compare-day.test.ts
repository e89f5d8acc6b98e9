import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareDay,
  weeksBefore,
  type EarlierDay,
} from '../../../../shared/domain/day-comparison/compare-day.ts';

const day = (soFar: number, whole = soFar): EarlierDay => ({ soFar, whole });

describe('a day beside the same weekday before it', () => {
  it.each([
    ['without history', 190_819, [], false, null],
    [
      'in the middle of the day, over equal hours',
      190_819,
      [day(176_500, 430_760), day(176_500, 430_760)],
      false,
      { days: 2, usual: 176_500, change: 8, projection: 190_819 + 254_260 },
    ],
    [
      'below the usual',
      50_000,
      [day(100_000, 200_000)],
      false,
      { days: 1, usual: 100_000, change: -50, projection: 150_000 },
    ],
    [
      'equal',
      100_000,
      [day(100_000, 100_001)],
      false,
      { days: 1, usual: 100_000, change: 0, projection: 100_001 },
    ],
    [
      'before the first sale, where a percentage means nothing',
      0,
      [day(0, 90_000), day(0, 110_000)],
      false,
      { days: 2, usual: 0, change: null, projection: 100_000 },
    ],
    [
      'after the usual last sale, where nothing is projected',
      120_000,
      [day(100_000), day(100_000)],
      false,
      { days: 2, usual: 100_000, change: 20, projection: null },
    ],
    [
      'of a day that is over, whole against whole',
      120_000,
      [day(100_000)],
      true,
      { days: 1, usual: 100_000, change: 20, projection: null },
    ],
    [
      'without a sale so far',
      0,
      [day(80_000, 90_000)],
      false,
      { days: 1, usual: 80_000, change: -100, projection: 10_000 },
    ],
    [
      'of odd centavos, rounded half up',
      10,
      [day(1, 2), day(2, 5)],
      false,
      { days: 2, usual: 2, change: 400, projection: 12 },
    ],
  ])('%s', (_which, net, earlier, isOver, expected) => {
    expect(compareDay(net, earlier, isOver)).toEqual(expected);
  });

  it('comes to the usual whole day if it is as usual so far', () => {
    const anyDay = fc
      .record({ soFar: fc.nat(1_000_000), rest: fc.nat(1_000_000) })
      .map(({ soFar, rest }) => day(soFar, soFar + rest));
    fc.assert(
      fc.property(anyDay, (usual) => {
        const compared = compareDay(usual.soFar, [usual], false);
        expect(compared?.projection ?? usual.soFar).toBe(usual.whole);
        expect(compared?.change ?? 0).toBe(0);
      }),
    );
  });

  it('looks at eight weeks, newest first', () => {
    const days = weeksBefore('2026-01-04');
    expect(days).toHaveLength(8);
    expect([days[0], days[1], days[7]]).toEqual(['2025-12-28', '2025-12-21', '2025-11-09']);
  });
});
