import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import type { Till } from '../../till/till.ts';

/** After this many failed look-ups in a row the answer for a charge is doubt. One failed look-up can be an accident. */
const SILENCE = 2;

/**
 * True while the gateway gives usable answers, also about this charge. A gateway that lists wallets and does not answer about
 * the order proves nothing about a payment (rule 6).
 */
export function isHeard(charge: Charge, till: Till): boolean {
  const { answering, lastContactAt } = till.contact();
  if (!answering || lastContactAt === null) return false;
  const look = till.ledger.jobs.lookUpOf(charge.id);
  return look === null || look.lastError === null || look.tries < SILENCE;
}

/** Returns the unusable answer that came about a charge, for support. Null if no answer came. */
export function unusableAnswer(charge: Charge, till: Till): string | null {
  const { online, unusable } = till.contact();
  if (unusable !== null) return `${unusable.status}: ${unusable.detail}`;
  return online ? till.unusableLook(charge.id) : null;
}
