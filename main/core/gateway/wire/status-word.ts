import type { GatewayWord } from '../port.ts';

/** The vocabulary of section 4.1. `pendingv` is what `/orderv` calls pending. */
const WORDS: ReadonlyMap<string, GatewayWord> = new Map([
  ['pending', 'pending'],
  ['pendingv', 'pending'],
  ['approved', 'approved'],
  ['expired', 'expired'],
  ['cancelled', 'cancelled'],
  ['refund_pending', 'refund_pending'],
  ['refunded', 'refunded'],
  ['partial_refunded', 'partial_refunded'],
]);

/** The word in our vocabulary. Only the exact lower-case spellings count; anything else is doubt, `unknown`. */
export function toGatewayWord(rawWord: string): GatewayWord {
  return WORDS.get(rawWord) ?? 'unknown';
}
