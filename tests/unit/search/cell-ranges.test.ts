import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '../../../shared/kernel/time.ts';
import { cellRanges } from '../../../main/core/search/cell-ranges.ts';

const LENGTH = { day: 10, month: 7, year: 4 } as const;
const dayOf = (place: number): string =>
  new Date(Date.UTC(2023, 11, 1) + place * DAY).toISOString().slice(0, 10);

describe('the cells that cover a range of days', () => {
  it('cover each day once, and no other day', () => {
    fc.assert(
      fc.property(fc.nat(1200), fc.nat(1200), fc.boolean(), fc.boolean(), (one, other, cutFirst, cutLast) => {
        const [from, to] = [dayOf(Math.min(one, other)), dayOf(Math.max(one, other))];
        const ranges = cellRanges(cutFirst ? `${from}~` : from, cutLast ? to : `${to}~`);
        for (let place = -40; place < 1250; place++) {
          const day = dayOf(place);
          const inside = day >= from && day <= to && !(cutFirst && day === from) && !(cutLast && day === to);
          const covering = ranges.filter(({ grain, low, below }) => {
            const period = day.slice(0, LENGTH[grain]);
            return period >= low && period < below;
          });
          if (covering.length !== (inside ? 1 : 0)) expect({ day, covering }).toEqual({ day, inside });
        }
        expect(ranges.filter(({ grain }) => grain === 'day').length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 200 },
    );
  });

  it('are the cells of years for all time', () => {
    const all = cellRanges('0000-01-01', '9999-12-31~');
    expect(all).toEqual([{ grain: 'year', low: '0000', below: '9999~' }]);
  });
});
