import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '../../../shared/kernel/time.ts';
import { stretchesOf } from '../../../main/core/reports/stretches.ts';

const LENGTH = { day: 10, month: 7, year: 4 } as const;
const dayOf = (place: number): string =>
  new Date(Date.UTC(2023, 11, 1) + place * DAY).toISOString().slice(0, 10);

describe('the cells that cover some days', () => {
  it('cover each of them once, and no other', () => {
    fc.assert(
      fc.property(fc.nat(1200), fc.nat(1200), fc.boolean(), fc.boolean(), (one, other, cutFirst, cutLast) => {
        const [from, to] = [dayOf(Math.min(one, other)), dayOf(Math.max(one, other))];
        const stretches = stretchesOf(cutFirst ? `${from}~` : from, cutLast ? to : `${to}~`);
        for (let place = -40; place < 1250; place++) {
          const day = dayOf(place);
          const inside = day >= from && day <= to && !(cutFirst && day === from) && !(cutLast && day === to);
          const covering = stretches.filter(({ grain, low, below }) => {
            const period = day.slice(0, LENGTH[grain]);
            return period >= low && period < below;
          });
          if (covering.length !== (inside ? 1 : 0)) expect({ day, covering }).toEqual({ day, inside });
        }
        expect(stretches.filter(({ grain }) => grain === 'day').length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 200 },
    );
  });

  it('are those of the years for all time', () => {
    const all = stretchesOf('0000-01-01', '9999-12-31~');
    expect(all).toEqual([{ grain: 'year', low: '0000', below: '9999~' }]);
  });
});
