import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedLedger } from '../../../build/run/seed/seed-ledger.ts';
import { openReadOnly } from '../../../main/core/ledger/open-database.ts';
import { createChargeRepo } from '../../../main/core/ledger/projections/charge-repo.ts';
import type { ChargeFilter } from '../../../main/core/search/charge-filter.ts';
import { createSearch, type Search } from '../../../main/core/search/search-thread.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { DAY, epochMs } from '../../../shared/kernel/time.ts';
import { ulidFloor } from '../../../shared/kernel/ulid.ts';
import { temporaryFolder } from '../../support/core/start-test-core.ts';
import { sumOf } from './any-ledger.ts';
import { queryFilter, screenFilter } from './faces.ts';
import { fits, type Asked } from './oracle.ts';

const UNTIL = Date.parse('2026-11-23T23:00:00Z');
const ZONE = 'America/Sao_Paulo';
const instant = (daysBefore: number): string => new Date(UNTIL - daysBefore * DAY).toISOString();

/** More charges than an index may lead to, in a file, through the thread. */
describe('the pages of charges for programs', () => {
  const folder = temporaryFolder();
  let search: Search;
  let all: Charge[];

  beforeAll(async () => {
    await seedLedger({ dataDir: folder.path, charges: 4500, seed: 'search', until: epochMs(UNTIL) });
    const file = join(folder.path, 'training', 'ledger.db');
    search = createSearch(file);
    const db = openReadOnly(file);
    const repo = createChargeRepo(db);
    const ids = db.prepare<[], { id: string }>('SELECT id FROM charge ORDER BY id DESC').all();
    all = ids.map(({ id }) => repo.byId(id)!);
    db.close();
  });
  afterAll(async () => {
    await search.close();
    folder.remove();
  });

  const page = (filter: ChargeFilter, limit: number, cursor: string | null) =>
    search.ask({ kind: 'charges', filter, limit, cursor });

  async function expectPages(filter: ChargeFilter, wanted: readonly Charge[]): Promise<void> {
    const found: Charge[] = [];
    let cursor: string | null = null;
    do {
      const { items, nextCursor, totals } = await page(filter, 500, cursor);
      found.push(...items);
      expect(totals).toEqual(sumOf(wanted));
      cursor = nextCursor;
    } while (cursor !== null);
    expect(found).toEqual(wanted);
  }

  it.each<Asked>([
    {},
    { date: '2026-11-20' },
    { since: instant(9), until: instant(2) },
    { since: '2026-11-12', until: instant(2) },
    { chargeStatuses: ['refunded', 'partially_refunded'] },
    { chargeStatuses: ['approved'] },
    { chargeStatuses: ['failed'] },
    { chargeStatuses: ['pending'] },
    { wallets: ['picpay', 'mercadopago'], min: 2000 },
    { min: 100_000 },
    { reference: 'PDV 10042' },
    { date: '2026-11-20', chargeStatuses: ['approved'], wallets: ['pix'], min: 1000, max: 5000 },
  ])('have what the oracle selects, and its sums on each page: %j', async (asked) => {
    await expectPages(
      queryFilter(asked),
      all.filter((charge) => fits(charge, asked, ZONE)),
    );
  });

  it.each<Asked>([
    { late: true },
    { unproven: true },
    { tills: ['nowhere'] },
    { statuses: ['estorno', 'estorno-parcial'] },
    { text: '%' },
    { text: 'PDV 1', statuses: ['aprovado'] },
  ])('also take the filters of the screen: %j', async (asked) => {
    await expectPages(
      screenFilter(asked, ZONE),
      all.filter((charge) => fits(charge, asked, ZONE)),
    );
  });

  it('begin below any cursor, also one that is not the id of a charge', async () => {
    const idsFrom = async (cursor: string): Promise<string[]> =>
      (await page({}, 2, cursor)).items.map(({ id }) => id);
    const between = ulidFloor(epochMs(all[1]!.createdAt));
    expect(await idsFrom(between)).toEqual(
      all
        .filter(({ id }) => id < between)
        .slice(0, 2)
        .map(({ id }) => id),
    );
    expect(await idsFrom('7ZZZZZZZZZZZZZZZZZZZZZZZZZ')).toEqual([all[0]!.id, all[1]!.id]);
    expect(await idsFrom(all.at(-1)!.id)).toEqual([]);
    expect(await idsFrom('00000000000000000000000000')).toEqual([]);
  });

  it('answer many questions at once, each with its own answer', async () => {
    const days = [...new Set(all.map(({ businessDay }) => businessDay))].slice(0, 12);
    const pages = await Promise.all(days.map((day) => page({ fromDay: day, toDay: day }, 1, null)));
    expect(pages.map(({ items }) => items[0]?.businessDay)).toEqual(days);
  });
});
