import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSaleReader } from '../../../main/core/reports/export/sale.ts';
import { readShop } from '../../../main/core/reports/export/shop.ts';
import { createTotals } from '../../../main/core/reports/export/totals.ts';
import { PANEL_TITLES } from '../../../main/core/reports/export/words.ts';
import { SCREEN_LIMITS, type SearchLimits } from '../../../main/core/search/candidates.ts';
import type { ChargeFilter } from '../../../main/core/search/charge-filter.ts';
import { countLines, readLines } from '../../../main/core/search/charge-lines.ts';
import type { Place } from '../../../main/core/search/charge-list.ts';
import { answer, type ChargesAnswer, type PaymentsAnswer } from '../../../main/core/search/questions.ts';
import { addDays } from '../../../shared/domain/business-day/add-days.ts';
import { STORE_ZONES } from '../../../shared/domain/business-day/store-zones.ts';
import { CHARGE_STATUSES, type Charge } from '../../../shared/domain/charge/charge.ts';
import { PANEL_STATUSES } from '../../../shared/domain/charge/panel-status.ts';
import { shortCode } from '../../../shared/domain/short-code/short-code.ts';
import { anyFilter, anyQuery } from './any-filter.ts';
import { anyLedger, fillLedger, panelOf, sumOf, sumsBy, type FilledLedger } from './any-ledger.ts';
import { queryFilter, screenFilter } from './faces.ts';
import { fits, fitsBesidesPanel, type Asked } from './oracle.ts';

/** No index leads to few charges, so the days are read. With the second limits each page is one day. */
const DAYS: SearchLimits = { candidates: -1, charges: 1_000 };
const ONE_DAY: SearchLimits = { candidates: -1, charges: 0 };

/** What the oracle selects. */
interface Expected {
  readonly charges: readonly Charge[];
  /** Also those of the other panel words. */
  readonly ofAnyPanel: readonly Charge[];
}

const newestFirst = (charges: readonly Charge[]): string[] =>
  charges
    .map(({ businessDay, id }) => ({ id, order: businessDay + id }))
    .sort((a, b) => (a.order < b.order ? 1 : -1))
    .map(({ id }) => id);

/** The list of the screen and its sums. */
function checkScreen(
  shop: FilledLedger,
  filter: ChargeFilter,
  limits: SearchLimits,
  expected: Expected,
): void {
  const ids: string[] = [];
  let from: Place | null = null;
  do {
    const question = { kind: 'payments', filter, limit: 2, from } as const;
    const page: PaymentsAnswer = answer(shop.db, question, limits);
    ids.push(...page.rows.map(({ id }) => id));
    if (limits.charges > 0) expect(page.complete).toBe(true);
    if (page.complete) {
      expect(page.totals).toEqual(sumOf(expected.charges));
      const sums = page.byPanel.filter(({ count }) => count > 0).map(({ panel, ...each }) => [panel, each]);
      expect(Object.fromEntries(sums)).toEqual(sumsBy(expected.ofAnyPanel, panelOf));
    }
    from = page.next;
  } while (from !== null);
  expect(ids).toEqual(newestFirst(expected.charges));
}

/** The rows of a report file, their count before they are written, and the sums of its sheets. */
function checkFile(shop: FilledLedger, filter: ChargeFilter, { charges }: Expected): void {
  const lines = [...readLines(shop.db, filter)].flat();
  expect(lines.map(({ id }) => id)).toEqual(newestFirst(charges).toReversed());
  expect([...countLines(shop.db, filter)].reduce((sum, some) => sum + some, 0)).toBe(charges.length);
  const totals = createTotals();
  for (const line of lines) totals.add(createSaleReader(readShop(shop.db))(line));
  const { count, amount, paidCount, paid } = sumOf(charges);
  expect(totals.all).toMatchObject({ count, amount, paidCount, paid });
  const byStatus = [...totals.byStatus].map(([title, sums]) => [title, sums.amount]);
  const expected = [...Map.groupBy(charges, panelOf)].map(([panel, each]) => [
    PANEL_TITLES[panel],
    sumOf(each)['amount'],
  ]);
  expect(Object.fromEntries(byStatus)).toEqual(Object.fromEntries(expected));
}

/** The list of the local API, and its totals on each page. */
function checkApi(shop: FilledLedger, filter: ChargeFilter, { charges }: Expected): void {
  const items: Charge[] = [];
  let cursor: string | null = null;
  do {
    const question = { kind: 'charges', filter, limit: 2, cursor } as const;
    const page: ChargesAnswer = answer(shop.db, question);
    items.push(...page.items);
    expect(page.totals).toEqual(sumOf(charges));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(items.map(({ id }) => id)).toEqual(newestFirst(charges));
  expect(items).toEqual(items.map(({ id }) => charges.find((charge) => charge.id === id)));
}

/** Holds every reader of the ledger against the oracle. */
function checkAll(shop: FilledLedger, asked: Asked, filter: ChargeFilter, zone: string): void {
  const expected = {
    charges: shop.charges.filter((charge) => fits(charge, asked, zone)),
    ofAnyPanel: shop.charges.filter((charge) => fitsBesidesPanel(charge, asked, zone)),
  };
  for (const limits of [SCREEN_LIMITS, DAYS, ONE_DAY]) checkScreen(shop, filter, limits, expected);
  checkFile(shop, filter, expected);
  checkApi(shop, filter, expected);
}

/** Queries whose limits lie at the days and instants of the charges themselves. */
function queriesAtCharges({ charges }: FilledLedger): Asked[] {
  const days = [...new Set(charges.map(({ businessDay }) => businessDay))].sort();
  const instants = [...new Set(charges.map(({ createdAt }) => new Date(createdAt).toISOString()))].sort();
  const [firstDay, lastDay] = [days[0]!, days.at(-1)!];
  return [
    ...CHARGE_STATUSES.map((status) => ({ chargeStatuses: [status] })),
    ...days.flatMap((day) => [{ date: day }, { since: day, until: day }]),
    { date: lastDay, since: firstDay },
    { date: firstDay, until: lastDay },
    { since: lastDay, until: firstDay },
    ...instants.flatMap((instant) => [{ since: instant }, { until: instant }]),
    { since: instants[0], until: instants.at(-1) },
  ];
}

/** Filters of a manager whose limits lie at the ends of the days of the charges. */
function filtersAtCharges({ charges }: FilledLedger): Asked[] {
  const days = new Set(charges.flatMap(({ businessDay }) => [businessDay, addDays(businessDay, 1)]));
  return [...days].flatMap((day) => [
    { period: { kind: 'range' as const, from: day, fromTime: '00:00' } },
    { period: { kind: 'range' as const, to: addDays(day, -1), toTime: '23:59' } },
    { period: { kind: 'range' as const, from: day, to: day } },
  ]);
}

describe('list, sums, file and local API', () => {
  it('select and sum what the oracle selects, for any filter of a manager or a program', () => {
    fc.assert(
      fc.property(
        anyLedger,
        fc.array(anyFilter, { minLength: 3, maxLength: 6 }),
        fc.array(anyQuery, { minLength: 3, maxLength: 6 }),
        (plan, filters, queries) => {
          const shop = fillLedger(plan);
          const { zone } = shop;
          const ofPanels: Asked[] = PANEL_STATUSES.map((panel) => ({ statuses: [panel] }));
          for (const asked of [{}, ...ofPanels, ...filters])
            checkAll(shop, asked, screenFilter(asked, zone), zone);
          for (const asked of [...queriesAtCharges(shop), ...queries])
            checkAll(shop, asked, queryFilter(asked), zone);
          shop.db.close();
        },
      ),
      { numRuns: 30 },
    );
  });

  it('do so although the store had another zone when the charges were made', () => {
    fc.assert(
      fc.property(anyLedger, fc.constantFrom(...STORE_ZONES), (plan, zone) => {
        const shop = fillLedger(plan);
        for (const asked of filtersAtCharges(shop)) checkAll(shop, asked, screenFilter(asked, zone), zone);
        for (const asked of queriesAtCharges(shop)) checkAll(shop, asked, queryFilter(asked), zone);
        shop.db.close();
      }),
      { numRuns: 30 },
    );
  });

  it('find a charge by its short code', () => {
    fc.assert(
      fc.property(anyLedger, (plan) => {
        const shop = fillLedger(plan);
        const asked = { text: shortCode(shop.charges[0]!.id).toLowerCase() };
        expect(shop.charges.some((charge) => fits(charge, asked, shop.zone))).toBe(true);
        checkAll(shop, asked, screenFilter(asked, shop.zone), shop.zone);
        shop.db.close();
      }),
      { numRuns: 20 },
    );
  });
});
