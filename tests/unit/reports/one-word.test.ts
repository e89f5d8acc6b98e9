import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PanelStatus } from '../../../shared/domain/charge/panel-status.ts';
import { PANEL_STATUSES } from '../../../shared/domain/charge/panel-status.ts';
import { STORED_STATUSES, type StoredStatus } from '../../../shared/domain/charge/stored-status.ts';
import { createTally } from '../../../shared/domain/closing/tally.ts';
import { readLines } from '../../../main/core/search/charge-lines.ts';
import { createSaleReader } from '../../../main/core/reports/export/sale.ts';
import { readShop } from '../../../main/core/reports/export/shop.ts';
import { createTotals } from '../../../main/core/reports/export/totals.ts';
import { PANEL_TITLES } from '../../../main/core/reports/export/words.ts';
import { answer } from '../../../main/core/search/questions.ts';
import { anyLedger, fillLedger } from '../search/any-ledger.ts';

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

describe('the list, the file and the closing', () => {
  it('call each charge by one word, and come to the same sums', () => {
    fc.assert(
      fc.property(anyLedger, (plan) => {
        const shop = fillLedger(plan);
        const { byPanel } = answer(shop.db, { kind: 'payments', filter: {}, limit: 1, from: null });
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
  });

  it('know the same words', () => {
    expect(STORED_STATUSES.map((stored) => BY_STORED[stored]).toSorted()).toEqual(PANEL_STATUSES.toSorted());
  });
});
