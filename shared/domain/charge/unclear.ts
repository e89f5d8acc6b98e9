import type { Attempt, Charge } from './charge.ts';
import type { RemoteWord } from './event.ts';

/** The most characters of the gateway's wording that are kept. */
const LONGEST = 60;

/** True while the refund or the paid amount of an order is not known. Such an order is read until it is. */
export function owesReading({ status, paidAmount }: Attempt): boolean {
  return status === 'unclear' || status === 'returning' || (status === 'paid' && paidAmount === null);
}

/** True while a refund of this order is requested, under way at the gateway, or unclear. */
export function isRefundOpen({ pendingRefund }: Charge, { no, status }: Attempt): boolean {
  return pendingRefund?.attempt === no || status === 'returning' || status === 'unclear';
}

/** True for a word that proves nothing about a refund of a paid order. */
export function provesNothing(word: RemoteWord): boolean {
  return word === 'unknown' || word === 'pending' || word === 'cancelled' || word === 'expired';
}

/** True if all money of an order is known to be refunded. */
export function isAllRefunded({ paidAmount, refundedAmount }: Attempt): boolean {
  return refundedAmount > 0 && refundedAmount >= (paidAmount ?? 0);
}

/**
 * True if `word` denies a refund: one that the gateway began by itself, an unclear one, or a known full refund. It can be an older
 * answer that arrives late, so a reader records it only after several equal readings. A known partial refund is not denied: an
 * order of which the shop keeps a part is still paid.
 */
export function deniesRefund(attempt: Attempt, word: RemoteWord): boolean {
  const { status } = attempt;
  if (word !== 'approved') return false;
  return status === 'returning' || status === 'unclear' || (status === 'paid' && isAllRefunded(attempt));
}

/** Returns the gateway's wording for a person: one line without control characters, at most 60 characters. */
export function wordingOf(rawWord: string): string {
  return rawWord
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
}
