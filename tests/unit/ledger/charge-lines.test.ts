import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { ChargeFilter } from '../../../main/core/search/charge-filter.ts';
import { countLines, countSql, linesSql, readLines } from '../../../main/core/search/charge-lines.ts';
import { migrate } from '../../../main/core/ledger/migrate.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { idOf, memoryLedger, sell } from './setup-ledger.ts';

const db = new Database(':memory:');
migrate(db);

function plan(sql: string): string {
  return db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll(/@\w+/g, "'1'")}`)
    .all()
    .map(({ detail }) => detail)
    .join('\n');
}

const FILTERS: readonly [string, ChargeFilter, string][] = [
  ['everything', {}, 'sqlite_autoindex_charge_1 (id>? AND id<?)'],
  ['amounts', { min: 1, max: 2 }, 'sqlite_autoindex_charge_1 (id>? AND id<?)'],
  ['a day', { day: '2026-01-01' }, 'charge_day (business_day=? AND id>? AND id<?)'],
  ['a reference', { reference: 'x' }, 'charge_reference (reference=? AND id>? AND id<?)'],
];

describe('the lines of a report', () => {
  it.each(FILTERS)('of %s are found by an index, and not sorted', (_, filter, index) => {
    for (const sql of [linesSql(filter), countSql(filter)]) {
      expect(plan(sql)).toContain(index);
      expect(plan(sql)).not.toMatch(/SCAN charge|TEMP B-TREE/);
    }
    expect(plan(linesSql(filter))).toContain('SEARCH attempt USING PRIMARY KEY (charge_id=?)');
    expect(plan(linesSql(filter))).toContain('USING INDEX ledger_event_subject (subject=?)');
  });

  it('are all there, once, over many strides, oldest first', () => {
    const ledger = memoryLedger();
    sell(ledger, 4_500);
    const read = [...readLines(ledger.db, {})].flat();
    expect(read.map(([id]) => id)).toEqual(Array.from({ length: 4_500 }, (_, place) => idOf(place + 1)));
    expect([...countLines(ledger.db, {})].reduce((sum, some) => sum + some, 0)).toBe(4_500);
    expect([...readLines(ledger.db, { to: epochMs(0) })].flat()).toEqual([]);
  });
});
