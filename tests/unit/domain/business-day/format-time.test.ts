import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDateTime, formatTime } from '../../../../shared/domain/business-day/format-time.ts';
import { epochMs } from '../../../../shared/kernel/time.ts';

const at = (iso: string) => epochMs(Date.parse(iso));

describe('formatTime and formatDateTime', () => {
  it.each([
    ['2026-11-23T23:16:05.999Z', 'America/Sao_Paulo', '20:16', '20:16:05', '23/11/2026'],
    ['2026-11-23T03:00:00.000Z', 'America/Sao_Paulo', '00:00', '00:00:00', '23/11/2026'],
    ['2026-11-23T02:59:59.000Z', 'America/Sao_Paulo', '23:59', '23:59:59', '22/11/2026'],
    ['2026-02-03T04:05:06.000Z', 'America/Manaus', '00:05', '00:05:06', '03/02/2026'],
    ['2026-11-23T12:07:00.000Z', 'America/Noronha', '10:07', '10:07:00', '23/11/2026'],
    ['2018-11-04T02:59:59.000Z', 'America/Sao_Paulo', '23:59', '23:59:59', '03/11/2018'],
    ['2018-11-04T03:00:00.000Z', 'America/Sao_Paulo', '01:00', '01:00:00', '04/11/2018'],
  ])('write %s in %s', (instant, zone, minutes, seconds, date) => {
    expect(formatTime(at(instant), zone)).toBe(minutes);
    expect(formatTime(at(instant), zone, 'second')).toBe(seconds);
    expect(formatDateTime(at(instant), zone)).toBe(`${date} ${minutes}`);
    expect(formatDateTime(at(instant), zone, 'second')).toBe(`${date} ${seconds}`);
  });

  it('agree with ISO 8601 where the zone is UTC', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
        const [day = '', time = ''] = date.toISOString().split(/[T.]/);
        const written = `${day.split('-').reverse().join('/')} ${time}`;
        expect(formatDateTime(epochMs(date.getTime()), 'UTC', 'second')).toBe(written);
      }),
    );
  });

  it('throw on a zone that does not exist', () => {
    expect(() => formatTime(at('2026-11-24T00:00:00Z'), 'Mars/Base')).toThrow(RangeError);
  });
});
