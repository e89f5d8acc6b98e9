import { calendarParts } from '../../../shared/domain/business-day/calendar-parts.ts';
import { businessDay } from '../../../shared/domain/business-day/business-day.ts';
import { answerOf } from '../../../shared/domain/charge/answer.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { DAY, epochMs } from '../../../shared/kernel/time.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Till } from '../till/till.ts';

/** What a customer's receipt says. Null means any value. An amount or an end-to-end id is needed. */
export interface ReceiptQuery {
  /** Centavos. */
  readonly amount: number | null;
  /** The last characters of the end-to-end id, at least four. */
  readonly endToEndEnd: string | null;
  /** Minutes since midnight on the store's clock. */
  readonly minute: number | null;
}

/**
 * `found`: the payment belongs to the charge that waits for its operator. `late`: to another charge that is paid and not
 * finalized. `delivered`: to a finalized sale, or to one with a refund. `not-found`: neither the ledger nor the gateway knows
 * the payment. `cannot-tell`: the gateway did not answer for every charge that the payment could belong to.
 */
export type ReceiptAnswer = 'found' | 'late' | 'delivered' | 'not-found' | 'cannot-tell';

/** The answer about a receipt, with the charge that its payment belongs to. */
export interface ReceiptCheck {
  readonly answer: ReceiptAnswer;
  readonly charge: Charge | null;
}

/** A receipt has the time of the bank, the ledger the time when the payment was seen. They may differ by this, minutes. */
const CLOCKS_APART = 10;
/** The most charges of a day that are searched. */
const MOST_A_DAY = 5_000;
/** The most unpaid charges that the gateway is asked about for one receipt, newest first. Each is a request. */
const MOST_ASKED = 8;

/**
 * Searches for the payment of a receipt among the charges of today and yesterday. If the ledger has no such payment, asks the
 * gateway about the unpaid charges. A payment that the gateway reports is written to the ledger before the answer.
 */
export async function checkReceipt(
  till: Till,
  query: ReceiptQuery,
): Promise<Result<ReceiptCheck, 'nothing-to-check'>> {
  if (query.amount === null && query.endToEndEnd === null) return err('nothing-to-check');
  const known = findPaid(till, query);
  if (known !== null) return ok(judge(till, known));
  const open = recent(till).filter((charge) => couldBe(charge, query));
  const answered = await Promise.all(open.slice(0, MOST_ASKED).map(({ id }) => till.askGatewayAbout(id)));
  const learned = findPaid(till, query);
  if (learned !== null) return ok(judge(till, learned));
  const isSure = till.contact().answering && open.length <= MOST_ASKED && answered.every(Boolean);
  return ok({ answer: isSure ? 'not-found' : 'cannot-tell', charge: null });
}

function recent(till: Till): Charge[] {
  const { zone } = till.settings.get();
  const now = till.clock.now();
  const days = new Set([businessDay(now, zone), businessDay(epochMs(now - DAY), zone)]);
  return [...days].flatMap((day) => till.ledger.charges.ofDay(day, MOST_A_DAY));
}

/** Returns the charge whose payment fits: first the one that waits for its operator, then one not finalized, then others. */
function findPaid(till: Till, query: ReceiptQuery): Charge | null {
  const { zone } = till.settings.get();
  const current = till.ledger.charges.waiting();
  const rank = (charge: Charge): number => {
    if (charge.id === current?.id) return 0;
    return charge.finalizedAt === null ? 1 : 2;
  };
  const fitting = recent(till).filter((charge) => isPaidAs(charge, query, zone));
  return fitting.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

function isPaidAs(charge: Charge, query: ReceiptQuery, zone: string): boolean {
  const { approvedAt, paidAmount, endToEndId } = charge;
  if (approvedAt === null) return false;
  if (query.amount !== null && paidAmount !== query.amount) return false;
  const end = query.endToEndEnd?.toLowerCase() ?? null;
  if (end !== null && endToEndId?.toLowerCase().endsWith(end) !== true) return false;
  if (query.minute === null) return true;
  const { hour, minute } = calendarParts(approvedAt, zone);
  const apart = Math.abs(Number(hour) * 60 + Number(minute) - query.minute);
  return Math.min(apart, 24 * 60 - apart) <= CLOCKS_APART;
}

/** True for a charge that has an order at the gateway and no payment in the ledger. */
function couldBe({ approvedAt, amount, attempts }: Charge, query: ReceiptQuery): boolean {
  if (approvedAt !== null || (query.amount !== null && amount !== query.amount)) return false;
  return attempts.some(({ orderId }) => orderId !== null);
}

function judge(till: Till, charge: Charge): ReceiptCheck {
  const current = till.ledger.charges.waiting();
  const hasRefund = charge.status !== 'approved';
  if (charge.finalizedAt !== null || hasRefund) return { answer: 'delivered', charge };
  if (answerOf(charge, 'none') !== 'paid') return { answer: 'cannot-tell', charge };
  return { answer: charge.id === current?.id ? 'found' : 'late', charge };
}
