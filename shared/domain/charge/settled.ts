import type { Charge } from './charge.ts';
import { verdictOf } from './verdict.ts';

/** True if the operator has no more work with the charge (local API, `settled`). */
export function isSettled(charge: Charge): boolean {
  if (charge.finalizedAt !== null) return true;
  if (['cancelled', 'expired', 'failed', 'refunded'].includes(charge.status)) return true;
  const verdict = verdictOf(charge);
  return verdict === 'unverified' || verdict === 'confirmed';
}
