import { calendarParts } from '../../../shared/domain/business-day/calendar-parts.ts';
import { businessDay } from '../../../shared/domain/business-day/business-day.ts';
import { answerOf } from '../../../shared/domain/charge/answer.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { DAY, epochMs } from '../../../shared/kernel/time.ts';
import type { Till } from '../till/till.ts';

/** What a customer's receipt says; what is left out does not matter, and one of the first two is always there. */
export interface ReceiptQuery {
  /** Centavos. */
  readonly amount: number | null;
  /** The last characters of the end-to-end id, at least four. */
  readonly endToEndEnd: string | null;
  /** Minutes since midnight on the store's clock. */
  readonly minute: number | null;
}

/**
 * `found`: it pays the charge on the counter. `late`: it paid a charge that nobody finalized. `delivered`: it paid a sale
 * that is finished, or one of which money went back. `not-found`: neither ledger nor gateway knows it. `cannot-tell`: the
 * gateway did not answer for all that it could belong to.
 */
export type ReceiptAnswer = 'found' | 'late' | 'delivered' | 'not-found' | 'cannot-tell';

export interface ReceiptCheck {
  readonly answer: ReceiptAnswer;
  readonly charge: Charge | null;
}

/** A receipt shows the bank's clock, the ledger when the payment was learned: they may be this far apart, minutes. */
const CLOCKS_APART = 10;
/** Charges of a day that are looked through. */
const MOST_A_DAY = 5_000;
/** Unpaid charges that the gateway is asked about for one receipt, the newest first: each is a call. */
const MOST_ASKED = 8;

/**
 * Looks for the payment of a receipt among the charges of today and yesterday. What the ledger does not know as paid is
 * asked of the gateway, and a payment found there enters the ledger as proof before anything is answered.
 */
export async function checkReceipt(till: Till, query: ReceiptQuery): Promise<ReceiptCheck> {
  const known = findPaid(till, query);
  if (known !== null) return judge(till, known);
  const open = recent(till).filter((charge) => couldBe(charge, query));
  const heard = await Promise.all(open.slice(0, MOST_ASKED).map(({ id }) => till.lookAt(id)));
  const learned = findPaid(till, query);
  if (learned !== null) return judge(till, learned);
  const isSure = till.contact().answering && open.length <= MOST_ASKED && heard.every(Boolean);
  return { answer: isSure ? 'not-found' : 'cannot-tell', charge: null };
}

function recent(till: Till): Charge[] {
  const { zone } = till.settings.get();
  const now = till.clock.now();
  const days = new Set([businessDay(now, zone), businessDay(epochMs(now - DAY), zone)]);
  return [...days].flatMap((day) => till.ledger.charges.ofDay(day, MOST_A_DAY));
}

/** The payment that fits: of the charge on the counter before one that waits for somebody, before a finished one. */
function findPaid(till: Till, query: ReceiptQuery): Charge | null {
  const { zone, tillName } = till.settings.get();
  const current = till.ledger.charges.waiting(tillName);
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

/** Has an order at the gateway, and no payment that the ledger knows of. */
function couldBe({ approvedAt, amount, attempts }: Charge, query: ReceiptQuery): boolean {
  if (approvedAt !== null || (query.amount !== null && amount !== query.amount)) return false;
  return attempts.some(({ orderId }) => orderId !== null);
}

function judge(till: Till, charge: Charge): ReceiptCheck {
  const current = till.ledger.charges.waiting(till.settings.get().tillName);
  const isBack = charge.status !== 'approved';
  if (charge.finalizedAt !== null || isBack) return { answer: 'delivered', charge };
  if (answerOf(charge, true) !== 'paid') return { answer: 'cannot-tell', charge };
  return { answer: charge.id === current?.id ? 'found' : 'late', charge };
}
