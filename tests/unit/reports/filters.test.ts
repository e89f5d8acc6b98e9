import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaymentFilter } from '../../../shared/contract/payments.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { panelStatusOf } from '../../../shared/domain/charge/panel-status.ts';
import { calendarParts } from '../../../shared/domain/business-day/calendar-parts.ts';
import { shortCode } from '../../../shared/domain/short-code/short-code.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { EFFORT, type Effort } from '../../../main/core/reports/candidates.ts';
import { answer, type PaymentsAnswer } from '../../../main/core/reports/queries.ts';
import type { Place } from '../../../main/core/reports/payment-list.ts';
import { resolveFilter } from '../../../main/core/reports/resolve-filter.ts';
import { anyFilter } from './any-filter.ts';
import { anyLedger, fillLedger, panelOf, sumsBy, type FilledLedger } from './any-ledger.ts';

/** Nothing is few: days are gone through. And of those, one for each answer. */
const DAYS: Effort = { few: -1, looks: 1_000 };
const ONE_DAY: Effort = { few: -1, looks: 0 };

/** The wall clock of a charge's making, as text that sorts. */
function wall(charge: Charge, zone: string): string {
  const { year, month, day: date, hour, minute } = calendarParts(charge.createdAt, zone);
  return `${year}-${month}-${date} ${hour}:${minute}`;
}

function textFits(charge: Charge, text: string): boolean {
  const typed = text.toUpperCase();
  const reference = charge.reference?.toUpperCase() ?? '';
  if (reference.startsWith(typed) || reference.endsWith(typed)) return charge.reference !== null;
  if (shortCode(charge.id) === typed) return true;
  if (typed.length < 4) return false;
  return (
    (charge.endToEndId?.toUpperCase().endsWith(typed) ?? false) ||
    charge.attempts.some(
      ({ orderId, orderRef }) =>
        orderRef.startsWith(typed) || (orderId?.toUpperCase().startsWith(typed) ?? false),
    )
  );
}

function fits(charge: Charge, filter: PaymentFilter, zone: string): boolean {
  const { period, min, max, wallets, operators, stores, tills, late, unproven, text } = filter;
  if (period?.kind === 'range') {
    const { from, to, fromTime, toTime } = period;
    if (from !== undefined && wall(charge, zone) < `${from} ${fromTime ?? ''}`) return false;
    if (to !== undefined && wall(charge, zone) > `${to} ${toTime ?? '~'}`) return false;
  }
  return (
    (min === undefined || charge.amount >= min) &&
    (max === undefined || charge.amount <= max) &&
    (wallets?.includes(charge.wallet) ?? true) &&
    (operators?.includes(charge.operator) ?? true) &&
    (stores?.includes(charge.store ?? '') ?? true) &&
    (tills?.includes(charge.till) ?? true) &&
    (late !== true || charge.late) &&
    (unproven !== true || charge.forced !== null) &&
    (text === undefined || textFits(charge, text))
  );
}

function pages(
  shop: FilledLedger,
  filter: PaymentFilter,
  effort: Effort = EFFORT,
): { ids: string[]; sums: unknown; complete: boolean } {
  const wanted = resolveFilter(filter, epochMs(0), shop.zone);
  const ids: string[] = [];
  let from: Place | null = null;
  let complete = true;
  for (;;) {
    const page: PaymentsAnswer = answer(shop.db, { kind: 'payments', wanted, limit: 2, from }, effort);
    ids.push(...page.rows.map(({ id }) => id));
    if (effort.looks > 0) expect(page.complete).toBe(true);
    complete &&= page.complete;
    const sums = page.byPanel
      .filter(({ count }) => count > 0)
      .map(({ panel, ...each }) => [panel, each] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    if (page.next === null) return { ids, sums: Object.fromEntries(sums), complete };
    from = page.next;
  }
}

describe('filters', () => {
  it('find and sum what looking at each charge finds, however they combine', () => {
    fc.assert(
      fc.property(anyLedger, fc.array(anyFilter, { minLength: 4, maxLength: 8 }), (plan, filters) => {
        const shop = fillLedger(plan);
        for (const filter of [{}, ...filters]) {
          const besides = shop.charges.filter((charge) => fits(charge, filter, shop.zone));
          const wanted = besides.filter((charge) => filter.statuses?.includes(panelStatusOf(charge)) ?? true);
          const order = (charge: Charge): string => charge.businessDay + charge.id;
          for (const effort of [EFFORT, DAYS, ONE_DAY]) {
            const { ids, sums, complete } = pages(shop, filter, effort);
            expect(ids).toEqual(
              wanted.toSorted((a, b) => (order(a) < order(b) ? 1 : -1)).map(({ id }) => id),
            );
            if (complete) expect(sums).toEqual(sumsBy(besides, panelOf));
          }
        }
        shop.db.close();
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('a short code finds its charge', () => {
    fc.assert(
      fc.property(anyLedger, (plan) => {
        const shop = fillLedger(plan);
        const [charge] = shop.charges;
        const { ids } = pages(shop, { text: shortCode(charge!.id).toLowerCase() });
        expect(ids).toContain(charge!.id);
        shop.db.close();
      }),
      { numRuns: 20 },
    );
  });
});
