import type { GatewayWord } from '../port.ts';

/** The words of section 4.1. `/orderv` says `pendingv` for pending. */
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

/** Returns the word for a status. Only the exact lower-case spellings are known. Any other is `unknown`: doubt. */
export function toGatewayWord(rawWord: string): GatewayWord {
  return WORDS.get(rawWord) ?? 'unknown';
}
