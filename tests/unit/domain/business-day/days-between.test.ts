import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDay } from '../../../../shared/domain/business-day/business-day.ts';
import { daysBetween } from '../../../../shared/domain/business-day/days-between.ts';
import { epochMs, HOUR } from '../../../../shared/kernel/time.ts';

const SAO_PAULO = 'America/Sao_Paulo';
const at = (text: string) => epochMs(Date.parse(text));

describe('the days between two instants', () => {
  it.each([
    ['a day', '2026-11-21T11:00:00Z', '2026-11-21T20:00:00Z', ['2026-11-21']],
    ['a night', '2026-11-21T23:00:00Z', '2026-11-22T04:00:00Z', ['2026-11-21', '2026-11-22']],
    ['the last ms of a day', '2026-11-21T11:00:00Z', '2026-11-22T02:59:59.999Z', ['2026-11-21']],
    ['midnight itself', '2026-11-21T11:00:00Z', '2026-11-22T03:00:00Z', ['2026-11-21', '2026-11-22']],
    [
      'the end of a month',
      '2026-02-28T23:00:00Z',
      '2026-03-02T12:00:00Z',
      ['2026-02-28', '2026-03-01', '2026-03-02'],
    ],
    // Clocks jump from 24:00 to 01:00: the day of 4 November has no midnight.
    [
      'the night that summer time began',
      '2018-11-04T02:30:00Z',
      '2018-11-04T03:30:00Z',
      ['2018-11-03', '2018-11-04'],
    ],
    [
      'a clock that was set back',
      '2026-11-22T04:00:00Z',
      '2026-11-21T23:00:00Z',
      ['2026-11-21', '2026-11-22'],
    ],
    ['no time at all', '2026-11-21T11:00:00Z', '2026-11-21T11:00:00Z', ['2026-11-21']],
  ])('%s', (_, from, to, days) => {
    expect(daysBetween(at(from), at(to), SAO_PAULO)).toEqual(days);
  });

  it('are those of every hour between, in any zone of the country', () => {
    const zones = ['America/Noronha', SAO_PAULO, 'America/Manaus', 'America/Rio_Branco'];
    fc.assert(
      fc.property(
        fc.integer({ min: at('2018-01-01T00:00:00Z'), max: at('2027-01-01T00:00:00Z') }),
        fc.integer({ min: 0, max: 80 }),
        fc.constantFrom(...zones),
        (from, hours, zone) => {
          const instants = Array.from({ length: hours + 1 }, (_, hour) => epochMs(from + hour * HOUR));
          const naive = [...new Set(instants.map((instant) => businessDay(instant, zone)))];
          expect(daysBetween(epochMs(from), epochMs(from + hours * HOUR), zone)).toEqual(naive);
        },
      ),
    );
  });
});
