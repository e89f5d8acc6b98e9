import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../main/core/ledger/migrate.ts';
import { byAmount, byText, countSql } from '../../../main/core/reports/candidates.ts';
import {
  DAY_FIGURES_SQL,
  FORCED_SQL,
  LATE_SQL,
  SHIFTS_SQL,
  WEEKDAY_SQL,
} from '../../../main/core/reports/day-figures.ts';
import { cellBelowSql, pendingDaysSql } from '../../../main/core/reports/days.ts';
import { candidatesSql } from '../../../main/core/reports/few-payments.ts';
import { daySql, DAY_SIZE_SQL } from '../../../main/core/reports/payment-list.ts';
import { PAYMENT_SQL } from '../../../main/core/reports/payment-row.ts';
import { cellsSql, daySumsSql, pendingSql } from '../../../main/core/reports/payment-sums.ts';
import { CHOICES_SQL } from '../../../main/core/reports/queries.ts';
import type { Wanted } from '../../../main/core/reports/wanted.ts';

const db = new Database(':memory:');
migrate(db);

const ALL: Wanted = { fromDay: '2026-01-01', toDay: '2026-12-31' };
const WANTED: Record<string, Wanted> = {
  all: ALL,
  times: { ...ALL, fromAt: 1, toAt: 2 },
  amounts: { ...ALL, min: 1000, max: 2000 },
  dimensions: {
    ...ALL,
    wallets: ['pix'],
    stores: ['s'],
    tills: ['a'],
    operators: ['b'],
    panels: ['aprovado'],
  },
  flags: { ...ALL, late: true, unproven: true },
  text: { ...ALL, text: '88415XYZ' },
  everything: {
    ...ALL,
    fromAt: 1,
    toAt: 2,
    min: 1000,
    max: 2000,
    wallets: ['pix', 'picpay'],
    stores: ['s'],
    tills: ['a'],
    operators: ['b'],
    panels: ['aprovado', 'pendente'],
    late: true,
    unproven: true,
    text: 'abcd',
  },
};

/** Every statement about a filter. */
function statements(wanted: Wanted): string[] {
  const found = [byText(wanted), byAmount(wanted)].filter((each) => each !== null);
  return [
    ...(['day', 'month'] as const).map((grain) => cellBelowSql(grain, wanted, true)),
    ...(['day', 'month', 'year'] as const).map((grain) => cellsSql(grain, wanted)),
    pendingDaysSql(wanted, true),
    pendingSql(wanted),
    daySql(wanted),
    daySumsSql(wanted, true),
    daySumsSql(wanted, false),
    ...found.flatMap((candidates) => [countSql(candidates.rows), candidatesSql(wanted, candidates)]),
  ];
}

function plan(sql: string): string[] {
  return db
    .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll(/[?]|@\w+/g, "'1'")}`)
    .all()
    .map(({ detail }) => detail);
}

/** Tables that are gone through from end to end. Those that a subquery has just made are few rows. */
function scans(sql: string): string[] {
  return plan(sql).filter((line) => /^SCAN (charge|attempt|report_cell|shift|ledger_event)\b/.test(line));
}

describe('no query of the reports goes through a table from end to end', () => {
  it.each(Object.entries(WANTED))('payments: %s', (_, wanted) => {
    for (const sql of statements(wanted)) expect(scans(sql), `${sql}\n${plan(sql).join('\n')}`).toEqual([]);
  });

  it.each(
    Object.entries({
      DAY_FIGURES_SQL,
      WEEKDAY_SQL,
      SHIFTS_SQL,
      LATE_SQL,
      FORCED_SQL,
      DAY_SIZE_SQL,
      PAYMENT_SQL,
      CHOICES_SQL,
    }),
  )('%s', (_, sql) => expect(scans(sql), plan(sql).join('\n')).toEqual([]));

  it('a day is looked at in its index alone, as long as no time or text is asked for', () => {
    for (const wanted of [WANTED['all']!, WANTED['amounts']!, WANTED['dimensions']!, WANTED['flags']!])
      for (const sql of [daySql(wanted), daySumsSql(wanted, true), daySumsSql(wanted, false)])
        expect(plan(sql)[0]).toMatch(/^SEARCH charge USING COVERING INDEX charge_day \(business_day=\?/);
  });

  it('charges of an amount are looked at in its index alone, as long as no time or text is asked for', () => {
    for (const wanted of [WANTED['amounts']!, { ...WANTED['dimensions']!, ...WANTED['flags']!, min: 1000 }]) {
      const candidates = byAmount(wanted)!;
      for (const sql of [countSql(candidates.rows), candidatesSql(wanted, candidates)])
        expect(plan(sql).join('\n')).toMatch(
          /SEARCH charge USING COVERING INDEX charge_amount \(amount_centavos>/,
        );
    }
  });

  it('a text beside a day is looked for in that day, and not through all that it leads to', () => {
    for (const sql of [daySql(WANTED['text']!), daySumsSql(WANTED['everything']!, true)]) {
      expect(plan(sql)[0]).toMatch(/^SEARCH charge USING INDEX charge_day \(business_day=\?/);
      expect(plan(sql).join()).not.toContain('MULTI-INDEX');
    }
  });

  it('each place where a text may stand has an index of its own', () => {
    const lines = plan(byText(WANTED['text']!)!.rows)
      .filter((line) => line.startsWith('SEARCH'))
      .join('\n');
    for (const index of [
      'charge_reference_key',
      'charge_reference_tail',
      'charge_payment_tail',
      'attempt_order',
    ])
      expect(lines).toContain(index);
  });
});
