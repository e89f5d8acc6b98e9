import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../main/core/ledger/migrate.ts';
import { candidatesSql } from '../../../main/core/search/candidate-page.ts';
import { byAmount, byColumns, byText, countSql } from '../../../main/core/search/candidates.ts';
import type { ChargeFilter } from '../../../main/core/search/charge-filter.ts';
import {
  countSql as countLinesSql,
  FIRST_DAY_SQL,
  linesSql,
} from '../../../main/core/search/charge-lines.ts';
import { daySql } from '../../../main/core/search/charge-list.ts';
import { DAY_SIZE_SQL } from '../../../main/core/search/day-budget.ts';
import { cellsSql, daySumsSql, pendingSql } from '../../../main/core/search/charge-sums.ts';
import {
  DAY_FIGURES_SQL,
  EARLIER_SQL,
  FORCED_SQL,
  LATE_SQL,
  SHIFTS_SQL,
  SO_FAR_SQL,
} from '../../../main/core/search/day-figures.ts';
import { cellBelowSql, pendingDaysSql } from '../../../main/core/search/matching-days.ts';
import { PAYMENT_SQL } from '../../../main/core/search/payment.ts';
import { CHOICES_SQL, CURSOR_DAY_SQL } from '../../../main/core/search/questions.ts';
import { epochMs } from '../../../shared/kernel/time.ts';

const db = new Database(':memory:');
migrate(db);

const ALL: ChargeFilter = { fromDay: '2026-01-01', toDay: '2026-12-31' };
const FILTERS = {
  all: ALL,
  instants: { ...ALL, from: epochMs(1), to: epochMs(2) },
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
  statuses: { ...ALL, statuses: ['approved', 'refunded'] },
  reference: { ...ALL, reference: 'PDV 1' },
  everything: {
    ...ALL,
    from: epochMs(1),
    to: epochMs(2),
    min: 1000,
    max: 2000,
    wallets: ['pix', 'picpay'],
    stores: ['s'],
    tills: ['a'],
    operators: ['b'],
    panels: ['aprovado', 'pendente'],
    late: true,
    unproven: true,
    statuses: ['approved'],
    reference: 'PDV 1',
    text: 'abcd',
  },
} as const satisfies Record<string, ChargeFilter>;

/** Every statement about a filter. */
function statements(filter: ChargeFilter): string[] {
  const found = [byColumns(filter), byText(filter), byAmount(filter)].filter((each) => each !== null);
  return [
    ...(['day', 'month'] as const).map((grain) => cellBelowSql(grain, filter)),
    ...(['day', 'month', 'year'] as const).map((grain) => cellsSql(grain, filter)),
    pendingDaysSql(filter),
    pendingSql(filter),
    daySql(filter),
    daySumsSql(filter, 'all'),
    daySumsSql(filter, 'ended'),
    countLinesSql(filter),
    linesSql(filter),
    ...found.flatMap((candidates) => [countSql(candidates.rows), candidatesSql(filter, candidates)]),
  ];
}

function plan(sql: string): string[] {
  return db
    .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll(/[?]|@\w+/g, "'1'")}`)
    .all()
    .map(({ detail }) => detail);
}

/** The steps of a plan that scan a whole table. A table that a subquery has just made has few rows. */
function scans(sql: string): string[] {
  return plan(sql).filter((line) => /^SCAN (charge|attempt|report_cell|shift|ledger_event)\b/.test(line));
}

describe('no query of the search scans a table', () => {
  it.each(Object.entries(FILTERS))('charges: %s', (_, filter) => {
    for (const sql of statements(filter)) expect(scans(sql), `${sql}\n${plan(sql).join('\n')}`).toEqual([]);
  });

  it.each(
    Object.entries({
      DAY_FIGURES_SQL,
      EARLIER_SQL,
      SO_FAR_SQL,
      SHIFTS_SQL,
      LATE_SQL,
      FORCED_SQL,
      DAY_SIZE_SQL,
      PAYMENT_SQL,
      CHOICES_SQL,
      CURSOR_DAY_SQL,
      FIRST_DAY_SQL,
    }),
  )('%s', (_, sql) => expect(scans(sql), plan(sql).join('\n')).toEqual([]));

  const { all, instants, amounts, dimensions, flags, statuses, text, everything } = FILTERS;

  it('a part of a day is read from the index of days alone', () => {
    expect(plan(SO_FAR_SQL)[0]).toMatch(
      /^SEARCH charge USING COVERING INDEX charge_day \(business_day=\? AND id</,
    );
  });

  it('a day is read from its index alone, if the filter has no text or reference', () => {
    for (const filter of [all, instants, amounts, dimensions, flags, statuses])
      for (const sql of [
        daySql(filter),
        daySumsSql(filter, 'all'),
        daySumsSql(filter, 'ended'),
        countLinesSql(filter),
      ])
        expect(plan(sql)[0]).toMatch(/^SEARCH charge USING COVERING INDEX charge_day \(business_day=\?/);
  });

  it.each(Object.entries(FILTERS))('the lines of a day come in the order of its index: %s', (_, filter) => {
    const lines = plan(linesSql(filter)).join('\n');
    expect(lines).toMatch(/^SEARCH charge USING INDEX charge_day \(business_day=\? AND id>\?/);
    expect(lines).not.toMatch(/TEMP B-TREE|MULTI-INDEX/);
    expect(lines).toContain('SEARCH attempt USING PRIMARY KEY (charge_id=?)');
    expect(lines).toContain('USING INDEX ledger_event_subject (subject=?)');
  });

  it('the next day with charges is found in the index of days', () => {
    expect(plan(FIRST_DAY_SQL)).toEqual([
      'SEARCH charge USING COVERING INDEX charge_day (business_day>? AND business_day<?)',
    ]);
  });

  it('charges of an amount are read from its index alone, if the filter has no text or reference', () => {
    for (const filter of [amounts, { ...dimensions, ...instants, ...flags, ...statuses, min: 1000 }]) {
      const candidates = byAmount(filter)!;
      for (const sql of [countSql(candidates.rows), candidatesSql(filter, candidates)])
        expect(plan(sql).join('\n')).toMatch(
          /SEARCH charge USING COVERING INDEX charge_amount \(amount_centavos>/,
        );
    }
  });

  it('a reference and a status are found through their own indexes', () => {
    const reference = byColumns(everything)!;
    expect(plan(reference.rows)[0]).toContain('charge_reference (reference=?)');
    expect(plan(byColumns(statuses)!.rows)[0]).toContain('charge_status (status=?)');
    expect(plan(candidatesSql(everything, reference)).join('\n')).toContain(
      'SEARCH charge USING INTEGER PRIMARY KEY (rowid=?)',
    );
  });

  it('a text beside a day is searched for in that day, and not through its own indexes', () => {
    for (const sql of [daySql(text), daySumsSql(everything, 'all')]) {
      expect(plan(sql)[0]).toMatch(/^SEARCH charge USING INDEX charge_day \(business_day=\?/);
      expect(plan(sql).join()).not.toContain('MULTI-INDEX');
    }
  });

  it('each place of a text has an index of its own', () => {
    const lines = plan(byText(text)!.rows)
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
