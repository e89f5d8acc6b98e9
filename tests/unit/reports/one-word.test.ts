import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PanelStatus } from '../../../shared/domain/charge/panel-status.ts';
import { PANEL_STATUSES } from '../../../shared/domain/charge/panel-status.ts';
import { STORED_STATUSES, type StoredStatus } from '../../../shared/domain/charge/stored-status.ts';
import { createTally } from '../../../shared/domain/closing/tally.ts';
import { STORE_ZONES } from '../../../shared/domain/business-day/store-zones.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { countLines, readLines } from '../../../main/core/search/charge-lines.ts';
import { exportFilter } from '../../../main/core/reports/export-filter.ts';
import { createSaleReader } from '../../../main/core/reports/export/sale.ts';
import { readShop } from '../../../main/core/reports/export/shop.ts';
import { createTotals } from '../../../main/core/reports/export/totals.ts';
import { PANEL_TITLES } from '../../../main/core/reports/export/words.ts';
import { answer, type PaymentsAnswer } from '../../../main/core/reports/queries.ts';
import { resolveFilter } from '../../../main/core/reports/resolve-filter.ts';
import { anyFilter } from './any-filter.ts';
import { anyLedger, fillLedger, type FilledLedger } from './any-ledger.ts';

const NOW = epochMs(0);
const MOST = 1_000;

/** The statuses by the names in stored closings, written down once more by hand: a changed name would not read old ledgers. */
const BY_STORED: Record<StoredStatus, PanelStatus> = {
  pending: 'pendente',
  approved: 'aprovado',
  'partially-refunded': 'estorno-parcial',
  refunded: 'estorno',
  expired: 'expirado',
  cancelled: 'cancelado',
  failed: 'falha',
};

function listed(shop: FilledLedger, filter: Parameters<typeof resolveFilter>[0]): PaymentsAnswer {
  const wanted = resolveFilter(filter, NOW, shop.zone);
  return answer(shop.db, { kind: 'payments', wanted, limit: MOST, from: null });
}

describe('the list, the file and the closing', () => {
  it('let through the same charges, whatever the filter', () => {
    fc.assert(
      fc.property(anyLedger, fc.array(anyFilter, { minLength: 4, maxLength: 8 }), (plan, filters) => {
        const shop = fillLedger(plan);
        const each = PANEL_STATUSES.map((panel) => ({ statuses: [panel] }));
        for (const filter of [{}, ...each, ...filters]) {
          const given = exportFilter(filter, NOW, shop.zone);
          const lines = [...readLines(shop.db, given)].flat();
          const { rows } = listed(shop, filter);
          expect(lines.map(([id]) => id).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
          expect([...countLines(shop.db, given)].reduce((sum, some) => sum + some, 0)).toBe(rows.length);
        }
        shop.db.close();
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('let through the same charges of a day, though the store has another zone by now', () => {
    fc.assert(
      fc.property(anyLedger, fc.constantFrom(...STORE_ZONES), (plan, zone) => {
        const shop = fillLedger(plan);
        for (const day of new Set(shop.charges.map(({ businessDay }) => businessDay))) {
          const filter = { period: { kind: 'range', from: day, to: day } } as const;
          const lines = [...readLines(shop.db, exportFilter(filter, NOW, zone))].flat();
          const { rows } = listed({ ...shop, zone }, filter);
          expect(rows.length).toBeGreaterThan(0);
          expect(lines.map(([id]) => id).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
        }
        shop.db.close();
      }),
      { numRuns: 20 },
    );
  });

  it('call each charge by one word, and come to the same sums', () => {
    fc.assert(
      fc.property(anyLedger, (plan) => {
        const shop = fillLedger(plan);
        const { byPanel } = listed(shop, {});
        const list = Object.fromEntries(
          byPanel.map(({ panel, count, amount }) => [panel, { count, amount }]),
        );

        const tally = createTally();
        for (const charge of shop.charges) tally.addClosingState(charge, true);
        const closing = tally
          .figures()
          .byStatus.map(({ status, count, total }) => [BY_STORED[status], { count, amount: total }] as const);
        expect(Object.fromEntries(closing)).toEqual(list);

        const totals = createTotals();
        const toSale = createSaleReader(readShop(shop.db));
        for (const lines of readLines(shop.db, {})) for (const line of lines) totals.add(toSale(line));
        const file = byPanel.map(({ panel }) => {
          const sums = totals.byStatus.get(PANEL_TITLES[panel]);
          return [panel, { count: sums?.count, amount: sums?.amount }] as const;
        });
        expect(Object.fromEntries(file)).toEqual(list);
        expect(totals.byStatus.size).toBe(byPanel.length);
        shop.db.close();
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('know the same words', () => {
    expect(STORED_STATUSES.map((stored) => BY_STORED[stored]).toSorted()).toEqual(PANEL_STATUSES.toSorted());
  });
});
