import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import type { Till } from '../../till/till.ts';

/** Looks missed in a row after which the state of a charge is in doubt. One missed look is an accident. */
const SILENCE = 2;

/**
 * True while the gateway gives answers that can be used, also about this charge. A gateway that lists wallets and says
 * nothing of the order proves nothing about a payment (rule 6).
 */
export function isHeard(charge: Charge, till: Till): boolean {
  const { answering, lastContactAt } = till.contact();
  if (!answering || lastContactAt === null) return false;
  const look = till.ledger.jobs.lookUpOf(charge.id);
  return look === null || look.lastError === null || look.tries < SILENCE;
}

/**
 * What came in the place of an answer about a charge that is not heard of, for support. Null when nothing came: that is
 * silence.
 */
export function unusableAnswer(charge: Charge, till: Till): string | null {
  const { online, unusable } = till.contact();
  if (unusable !== null) return `${unusable.status}: ${unusable.detail}`;
  return online ? till.unusableLook(charge.id) : null;
}
