import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { isSettled } from '../../../shared/domain/charge/settled.ts';
import type { By } from '../../../shared/domain/ledger-event/by.ts';
import { outsideFieldsOf } from '../../../shared/domain/ledger-event/outside-texts.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { eraseTexts } from '../ledger/texts/erase-texts.ts';
import { isSlipWaiting } from '../ledger/texts/slip-texts.ts';
import type { Till } from '../till/till.ts';

type EraseRefusal = 'not-found' | 'not-settled' | 'nothing-to-erase' | 'slip-waiting';

/** Returns why the texts of a charge cannot be erased now, or null. Asked before the PIN of a manager. */
export function whyNotErased({ ledger }: Pick<Till, 'ledger'>, id: string): EraseRefusal | null {
  const charge = ledger.charges.byId(id);
  if (charge === null) return 'not-found';
  // The gateway may still need them.
  if (!isSettled(charge) || charge.status === 'refund_pending') return 'not-settled';
  if (isSlipWaiting(ledger.db, id)) return 'slip-waiting';
  return hasTexts(ledger, id) ? null : 'nothing-to-erase';
}

/**
 * Erases the texts of a charge that came from outside: reference, description and reasons. Records who did it, without the texts.
 * Throws if the disk does not accept it.
 */
export function eraseChargeTexts(till: Till, by: By, id: string): Result<Charge, EraseRefusal> {
  const refused = whyNotErased(till, id);
  if (refused !== null) return err(refused);
  eraseTexts(till.ledger, id, by);
  till.touch();
  const charge = till.ledger.charges.byId(id);
  return charge === null ? err('not-found') : ok(charge);
}

function hasTexts({ log }: Till['ledger'], id: string): boolean {
  return log
    .of(id)
    .some(({ type, body }) => outsideFieldsOf(type).some(([field, gone]) => (body[field] ?? gone) !== gone));
}
