import { describe, expect, it } from 'vitest';
import { sameTimeOn } from '../../../../shared/domain/business-day/same-time.ts';
import { epochMs } from '../../../../shared/kernel/time.ts';

const at = (text: string) => epochMs(Date.parse(text));

describe('the same time on another day', () => {
  it.each([
    // São Paulo has no daylight saving time since 2019.
    [
      'in São Paulo',
      '2026-11-22',
      '2026-11-29T13:18:40.250-03:00',
      'America/Sao_Paulo',
      '2026-11-22T13:18:40.250-03:00',
    ],
    [
      'at the first instant',
      '2026-11-22',
      '2026-11-29T00:00:00-03:00',
      'America/Sao_Paulo',
      '2026-11-22T00:00:00-03:00',
    ],
    [
      'at the last millisecond',
      '2026-11-22',
      '2026-11-29T23:59:59.999-03:00',
      'America/Sao_Paulo',
      '2026-11-22T23:59:59.999-03:00',
    ],
    // 21:30 of Saturday in Manaus is already Sunday in UTC.
    [
      'in Manaus, over midnight UTC',
      '2026-11-21',
      '2026-11-28T21:30:00-04:00',
      'America/Manaus',
      '2026-11-21T21:30:00-04:00',
    ],
    [
      'across a year',
      '2025-12-27',
      '2026-01-03T08:00:00-03:00',
      'America/Sao_Paulo',
      '2025-12-27T08:00:00-03:00',
    ],
    // The clocks of São Paulo jumped from 00:00 to 01:00 on 2018-11-04.
    [
      'after a jump of the clocks',
      '2018-11-04',
      '2018-11-11T13:00:00-02:00',
      'America/Sao_Paulo',
      '2018-11-04T13:00:00-02:00',
    ],
    [
      'within the jump',
      '2018-11-04',
      '2018-11-11T00:30:00-02:00',
      'America/Sao_Paulo',
      '2018-11-04T01:00:00-02:00',
    ],
    [
      'before the clocks changed',
      '2018-10-28',
      '2018-11-04T13:00:00-02:00',
      'America/Sao_Paulo',
      '2018-10-28T13:00:00-03:00',
    ],
    // The clocks of New York went back at 02:00 on 2026-11-01.
    [
      'on a day of 25 hours',
      '2026-11-01',
      '2026-11-08T13:00:00-05:00',
      'America/New_York',
      '2026-11-01T13:00:00-05:00',
    ],
    [
      'on a day of 23 hours',
      '2026-03-08',
      '2026-03-15T13:00:00-04:00',
      'America/New_York',
      '2026-03-08T13:00:00-04:00',
    ],
  ])('%s', (_where, day, now, zone, expected) => {
    expect(new Date(sameTimeOn(day, at(now), zone)).toISOString()).toBe(new Date(expected).toISOString());
  });
});
