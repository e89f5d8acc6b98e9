import type { PaymentDetail } from '../../../shared/contract/payment-detail.ts';
import type { PaymentFilter, PaymentRow } from '../../../shared/contract/payments.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { isBusinessDay } from '../../../shared/domain/business-day/business-day.ts';
import { refundable, type Charge } from '../../../shared/domain/charge/charge.ts';
import { panelStatusOf } from '../../../shared/domain/charge/panel-status.ts';
import { waysOut } from '../../../shared/domain/charge/ways-out.ts';
import { whyOpen } from '../../../shared/domain/charge/why-open.ts';
import { hasCpf, maskCpf } from '../../../shared/domain/tax-document/cpf-in-text.ts';
import { shortCode } from '../../../shared/domain/short-code/short-code.ts';
import { DAY } from '../../../shared/kernel/time.ts';
import { toChargeView } from './views/charge-view.ts';
import { resolveFilter } from '../reports/resolve-filter.ts';
import { refundsOf, timelineOf } from '../reports/timeline.ts';
import { erasedAt } from '../ledger/texts/erase-texts.ts';
import type { Place } from '../search/charge-list.ts';
import type { Payment } from '../search/payment.ts';
import type { Till } from '../till/till.ts';

/** The age of a payment from which a wallet may refuse a refund, ms. */
const OLD_REFUND = 90 * DAY;

/** Returns the place in the payment list that a cursor names. */
export function readPlace(cursor: string): Place | 'bad-cursor' {
  const [day = '', id = ''] = cursor.split('.');
  return isBusinessDay(day) && /^([0-9A-Z]{26}|~)$/.test(id) ? { day, id } : 'bad-cursor';
}

/** Returns at most `limit` payments of a filter after `from`, with the sums of all payments of the filter in centavos. */
export async function paymentsPage(
  till: Till,
  filter: PaymentFilter,
  limit: number,
  from: Place | null,
): Promise<Output<'manager/payments'>> {
  const resolved = resolveFilter(filter, till.clock.now(), till.settings.get().zone);
  const question = { kind: 'payments', filter: resolved, limit, from } as const;
  const { rows, next, totals, byPanel, complete } = await till.search.ask(question);
  return {
    rows: rows.map((row) => paymentRow(row, till)),
    nextCursor: next === null ? null : `${next.day}.${next.id}`,
    totals,
    byStatus: [...byPanel],
    complete,
  };
}

function paymentRow({ pixDictKey, ...row }: Payment, { names }: Till): PaymentRow {
  return {
    ...row,
    reference: masked(row.reference),
    shortCode: shortCode(row.id),
    walletName: names.wallet(row.wallet, pixDictKey),
    operatorName: names.person(row.operator),
  };
}

/** Returns when the texts of a charge were erased, and by whom. Null if they were not. */
function erasedBy({ ledger, names }: Till, id: string): PaymentDetail['textsErased'] {
  const seq = erasedAt(ledger.db, id);
  const event = seq === null ? undefined : ledger.log.since(seq - 1, 1)[0];
  return event === undefined ? null : { at: event.at, byName: names.person(event.actor) };
}

const masked = (text: string | null): string | null => (text === null ? null : maskCpf(text));

/** Returns everything about one payment, with its timeline from the ledger. */
export function paymentDetail(till: Till, charge: Charge): PaymentDetail {
  const timeline = timelineOf(till.ledger.log.of(charge.id), till.names.person);
  const { approvedAt } = charge;
  return {
    charge: toChargeView(charge, till),
    panel: panelStatusOf(charge),
    why: whyOpen(charge),
    day: charge.businessDay,
    store: charge.store,
    till: charge.till,
    operatorId: charge.operator,
    description: masked(charge.description),
    hasCpf: [charge.reference, charge.description].some((text) => text !== null && hasCpf(text)),
    textsErased: erasedBy(till, charge.id),
    attempts: charge.attempts.map(({ gatewayAt: _gatewayAt, soughtAt: _soughtAt, ...attempt }) => attempt),
    refunds: refundsOf(timeline, charge),
    refundable: refundable(charge),
    ways: waysOut(charge, till.clock.now()),
    refundIsOld: approvedAt !== null && till.clock.now() - approvedAt > OLD_REFUND,
    timeline,
  };
}
