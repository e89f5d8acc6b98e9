import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedLedger } from '../../../build/run/seed/seed-ledger.ts';
import type { ChargeFilter } from '../../../main/core/search/charge-filter.ts';
import { createChargeRepo } from '../../../main/core/ledger/projections/charge-repo.ts';
import {
  createChargeSearch,
  listSql,
  sumSql,
  type ChargeSearch,
} from '../../../main/core/search/charge-search.ts';
import { openReadOnly } from '../../../main/core/ledger/open-database.ts';
import { panelStatusOf } from '../../../shared/domain/charge/panel-status.ts';
import { shortCode } from '../../../shared/domain/short-code/short-code.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { DAY, epochMs } from '../../../shared/kernel/time.ts';
import { temporaryFolder } from '../../support/core/start-test-core.ts';

/** More than two strides of charges, found by SQL and, beside it, by looking at each of them. */
describe('searching charges', () => {
  const folder = temporaryFolder();
  const until = epochMs(Date.parse('2026-11-23T23:00:00Z'));
  const file = join(folder.path, 'training', 'ledger.db');
  let search: ChargeSearch;
  let all: Charge[];

  beforeAll(async () => {
    await seedLedger({ dataDir: folder.path, charges: 4500, seed: 'search', until });
    search = createChargeSearch(file);
    const db = openReadOnly(file);
    const repo = createChargeRepo(db);
    const ids = db.prepare<[], { id: string }>('SELECT id FROM charge ORDER BY id DESC').all();
    all = ids.map(({ id }) => repo.byId(id)!);
    db.close();
  }, 60_000);
  afterAll(async () => {
    await search.close();
    folder.remove();
  });

  const fits = (charge: Charge, filter: ChargeFilter): boolean =>
    (filter.day === undefined || charge.businessDay === filter.day) &&
    (filter.from === undefined || charge.createdAt >= filter.from) &&
    (filter.to === undefined || charge.createdAt < filter.to) &&
    (filter.statuses?.includes(charge.status) ?? true) &&
    (filter.panels?.includes(panelStatusOf(charge)) ?? true) &&
    (filter.wallets?.includes(charge.wallet) ?? true) &&
    (filter.min === undefined || charge.amount >= filter.min) &&
    (filter.max === undefined || charge.amount <= filter.max) &&
    (filter.reference === undefined || charge.reference === filter.reference) &&
    (filter.operators?.includes(charge.operator) ?? true) &&
    (filter.tills?.includes(charge.till) ?? true) &&
    (filter.late === undefined || charge.late) &&
    (filter.forced === undefined || charge.forced !== null) &&
    (filter.text === undefined || says(charge, filter.text));

  /** A reference by its beginning or end; what the gateway and the banks name, from four characters on. */
  const says = (charge: Charge, text: string): boolean => {
    const typed = text.toUpperCase();
    const named = (each: string | null): string => each?.toUpperCase() ?? '';
    const [reference, paid] = [named(charge.reference), named(charge.endToEndId)];
    if (shortCode(charge.id) === typed || reference.startsWith(typed) || reference.endsWith(typed))
      return true;
    const orders = charge.attempts.flatMap(({ orderId, orderRef }) => [named(orderId), named(orderRef)]);
    return typed.length >= 4 && (paid.endsWith(typed) || orders.some((each) => each.startsWith(typed)));
  };

  const sumOf = (charges: readonly Charge[], of: (charge: Charge) => number): number =>
    charges.reduce((sum, charge) => sum + of(charge), 0);

  it.each<ChargeFilter>([
    {},
    { day: '2026-11-20' },
    { from: epochMs(until - 9 * DAY), to: epochMs(until - 2 * DAY) },
    { statuses: ['refunded', 'partially_refunded'] },
    { statuses: ['failed'] },
    { statuses: ['pending'] },
    { wallets: ['picpay', 'mercadopago'], min: 2000 },
    { late: true },
    { forced: true },
    { tills: ['nowhere'] },
    { panels: ['estorno', 'estorno-parcial'] },
    { text: '%' },
    { text: 'PDV 1', statuses: ['approved'] },
    { min: 100_000 },
    { reference: 'PDV 10042' },
    { day: '2026-11-20', statuses: ['approved'], wallets: ['pix'], min: 1000, max: 5000 },
  ])('finds and sums what looking at each finds: %j', async (filter) => {
    const wanted = all.filter((charge) => fits(charge, filter));
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await search.page(filter, 500, cursor);
      found.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      const [paid, refunded] = [
        sumOf(wanted, ({ paidAmount }) => paidAmount ?? 0),
        sumOf(wanted, ({ refundedAmount }) => refundedAmount),
      ];
      expect(page.totals).toEqual({
        count: wanted.length,
        amount: sumOf(wanted, ({ amount }) => amount),
        paidCount: wanted.filter(({ paidAmount }) => paidAmount !== null).length,
        paid,
        refunded,
        net: paid - refunded,
      });
    } while (cursor !== null);
    expect(found).toEqual(wanted.map(({ id }) => id));
  });

  it('serves many at once, each with what it asked for', async () => {
    const days = [...new Set(all.map(({ businessDay }) => businessDay))].slice(0, 12);
    const pages = await Promise.all(days.map((day) => search.page({ day }, 1, null)));
    expect(pages.map(({ items }) => items[0]?.businessDay)).toEqual(days);
  });

  it.each<[ChargeFilter, string]>([
    [{}, 'sqlite_autoindex_charge_1'],
    [{ wallets: ['picpay'] }, 'sqlite_autoindex_charge_1'],
    [{ day: '2026-11-20' }, 'charge_day'],
    [{ reference: 'PDV 10042' }, 'charge_reference'],
    [{ statuses: ['pending', 'creating'] }, 'charge_status'],
  ])('reads %j through the index %s', (filter, index) => {
    const db = openReadOnly(file);
    for (const sql of [listSql(filter), sumSql(filter)]) {
      const values = { low: '', high: '~', cursor: '~', limit: 1, day: 'x', reference: 'x' };
      const lists = { status0: 'x', status1: 'x', wallet0: 'x' };
      const plan = db
        .prepare<object, { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all({ ...values, ...lists });
      const details = plan.map(({ detail }) => detail).join('; ');
      expect(details).toContain(` INDEX ${index} `);
      expect(details).not.toContain('SCAN');
    }
    db.close();
  });
});
