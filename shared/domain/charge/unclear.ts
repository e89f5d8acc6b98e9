import type { Attempt, Charge } from './charge.ts';
import type { RemoteWord } from './event.ts';

/** Characters of the gateway's own wording that are kept. */
const LONGEST = 60;

/** True while the gateway has not said what became of an order's money. Such an order is read until it has. */
export function owesReading({ status, paidAmount }: Attempt): boolean {
  return status === 'unclear' || status === 'returning' || (status === 'paid' && paidAmount === null);
}

/** True while a refund of this order is asked for, begun by the gateway, or unclear. */
export function isRefundOpen({ pendingRefund }: Charge, { no, status }: Attempt): boolean {
  return pendingRefund?.attempt === no || status === 'returning' || status === 'unclear';
}

/** True for a word that says nothing about a refund of an order that was paid. */
export function provesNothing(word: RemoteWord): boolean {
  return word === 'unknown' || word === 'pending' || word === 'cancelled' || word === 'expired';
}

/** True when all that arrived for an order is known to be refunded. */
export function isAllRefunded({ paidAmount, refundedAmount }: Attempt): boolean {
  return refundedAmount > 0 && refundedAmount >= (paidAmount ?? 0);
}

/**
 * True when `word` denies a refund: one that the gateway began by itself, an unclear one, or a known one of everything. It can be an older answer that arrives
 * late, so a reader reports it only after several equal readings. A known refund of a part is not denied: an order of
 * which the shop keeps a part is still a paid one.
 */
export function deniesRefund(attempt: Attempt, word: RemoteWord): boolean {
  const { status } = attempt;
  if (word !== 'approved') return false;
  return status === 'returning' || status === 'unclear' || (status === 'paid' && isAllRefunded(attempt));
}

/** The gateway's own wording for a person: one line without control characters, cut at 60 characters. */
export function wordingOf(rawWord: string): string {
  return rawWord
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
}
