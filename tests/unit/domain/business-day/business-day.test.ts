import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  businessDay,
  businessDayRange,
  isBusinessDay,
} from '../../../../shared/domain/business-day/business-day.ts';
import { epochMs, HOUR, type EpochMs } from '../../../../shared/kernel/time.ts';

const at = (iso: string): EpochMs => epochMs(Date.parse(iso));
const SAO_PAULO = 'America/Sao_Paulo';
const ZONES = [
  SAO_PAULO,
  'America/Noronha',
  'America/Manaus',
  'America/Rio_Branco',
  'UTC',
  'Pacific/Kiritimati',
  'Pacific/Niue',
];

/** Instants of this century, those around a change of São Paulo's clocks met often. */
const CHANGES = [
  '2017-10-15T03:00:00Z',
  '2018-02-18T02:00:00Z',
  '2018-11-04T03:00:00Z',
  '2019-02-17T02:00:00Z',
].map(at);
const anyInstant = fc
  .oneof(
    fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) }),
    fc
      .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -26 * HOUR, max: 26 * HOUR }))
      .map(([change, off]) => change + off),
  )
  .map(epochMs);

describe('businessDay', () => {
  it.each([
    ['2026-11-24T02:59:59.999Z', SAO_PAULO, '2026-11-23'],
    ['2026-11-24T03:00:00.000Z', SAO_PAULO, '2026-11-24'],
    ['2026-11-24T01:59:59.999Z', 'America/Noronha', '2026-11-23'],
    ['2026-11-24T02:00:00.000Z', 'America/Noronha', '2026-11-24'],
    ['2026-11-24T03:59:59.999Z', 'America/Manaus', '2026-11-23'],
    ['2026-11-24T04:00:00.000Z', 'America/Manaus', '2026-11-24'],
    ['2026-11-24T04:59:59.999Z', 'America/Rio_Branco', '2026-11-23'],
    ['2026-11-24T05:00:00.000Z', 'America/Rio_Branco', '2026-11-24'],
    ['2027-01-01T02:59:59.999Z', SAO_PAULO, '2026-12-31'],
    ['2018-11-04T02:59:59.999Z', SAO_PAULO, '2018-11-03'],
    ['2018-11-04T03:00:00.000Z', SAO_PAULO, '2018-11-04'],
    ['2018-02-18T02:59:59.999Z', SAO_PAULO, '2018-02-17'],
  ])('at %s in %s is %s', (instant, zone, day) => {
    expect(businessDay(at(instant), zone)).toBe(day);
  });

  it('throws on a zone that does not exist', () => {
    expect(() => businessDay(at('2026-11-24T00:00:00Z'), 'Mars/Base')).toThrow(RangeError);
  });

  it('is always a day', () => {
    fc.assert(
      fc.property(anyInstant, fc.constantFrom(...ZONES), (instant, zone) => {
        expect(isBusinessDay(businessDay(instant, zone))).toBe(true);
      }),
    );
  });
});

describe('businessDayRange', () => {
  it.each([
    ['2026-11-23', SAO_PAULO, '2026-11-23T03:00:00.000Z', 24],
    ['2026-11-23', 'America/Noronha', '2026-11-23T02:00:00.000Z', 24],
    ['2026-11-23', 'America/Manaus', '2026-11-23T04:00:00.000Z', 24],
    ['2026-11-23', 'America/Rio_Branco', '2026-11-23T05:00:00.000Z', 24],
    ['2018-11-03', SAO_PAULO, '2018-11-03T03:00:00.000Z', 24],
    ['2018-11-04', SAO_PAULO, '2018-11-04T03:00:00.000Z', 23],
    ['2018-11-05', SAO_PAULO, '2018-11-05T02:00:00.000Z', 24],
    ['2018-02-17', SAO_PAULO, '2018-02-17T02:00:00.000Z', 25],
    ['2018-02-18', SAO_PAULO, '2018-02-18T03:00:00.000Z', 24],
    ['2019-02-16', SAO_PAULO, '2019-02-16T02:00:00.000Z', 25],
    ['2024-02-29', SAO_PAULO, '2024-02-29T03:00:00.000Z', 24],
    ['2013-11-09', 'America/Rio_Branco', '2013-11-09T04:00:00.000Z', 25],
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z', 0],
  ])('of %s in %s begins at %s and has %d hours', (day, zone, from, hours) => {
    expect(businessDayRange(day, zone)).toEqual({ from: at(from), to: at(from) + hours * HOUR });
  });

  it.each(['', '2026-02-30', '2026-2-3', '2026-11-23T00:00:00Z', 'hoje'])('throws on the day %j', (day) => {
    expect(() => businessDayRange(day, SAO_PAULO)).toThrow(RangeError);
  });

  it('holds exactly the instants of its day', () => {
    fc.assert(
      fc.property(
        anyInstant,
        fc.constantFrom(...ZONES),
        fc.integer({ min: -3, max: 3 }),
        (instant, zone, days) => {
          const day = businessDay(epochMs(instant + days * 12 * HOUR), zone);
          const { from, to } = businessDayRange(day, zone);
          expect(from <= instant && instant < to).toBe(businessDay(instant, zone) === day);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('has the right edges, and leaves no gap to the next day', () => {
    fc.assert(
      fc.property(anyInstant, fc.constantFrom(...ZONES), (instant, zone) => {
        const day = businessDay(instant, zone);
        const { from, to } = businessDayRange(day, zone);
        expect(businessDay(from, zone)).toBe(day);
        expect(businessDay(epochMs(from - 1), zone) < day).toBe(true);
        expect(businessDay(epochMs(to - 1), zone)).toBe(day);
        expect(businessDayRange(businessDay(to, zone), zone).from).toBe(to);
      }),
      { numRuns: 300 },
    );
  });
});

describe('isBusinessDay', () => {
  it.each(['2026-11-23', '2024-02-29', '2000-02-29', '1999-12-31'])('takes %s', (text) => {
    expect(isBusinessDay(text)).toBe(true);
  });

  it.each([
    '',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-11-23 ',
    '23/11/2026',
    '+12026-1-1',
  ])('refuses %j', (text) => {
    expect(isBusinessDay(text)).toBe(false);
  });
});
