import type { Charge } from '../../../shared/domain/charge/charge.ts';
import type { Till } from '../till.ts';

/** Looks missed in a row after which nobody knows how a charge stands; one is an accident. */
const SILENCE = 2;

/**
 * True while the gateway answers, and answers about this charge: one that lists wallets and says nothing of the order
 * proves nothing about a payment (rule 6).
 */
export function isHeard(charge: Charge, till: Till): boolean {
  const { online, lastContactAt } = till.contact();
  if (!online || lastContactAt === null) return false;
  const look = till.ledger.jobs.lookUpOf(charge.id);
  return look === null || look.lastError === null || look.tries < SILENCE;
}
