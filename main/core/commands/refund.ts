import type { By } from '../../../shared/domain/ledger-event/by.ts';
import { isCentavos } from '../../../shared/domain/money/centavos.ts';
import { err } from '../../../shared/kernel/result.ts';
import type { Till } from '../till/till.ts';
import { acted, type Acted } from './acted.ts';

/** A refund as a person or a program asks for it. The amount is in centavos and not checked yet. */
export interface RefundOrder {
  readonly id: string;
  readonly requestId: string;
  readonly amount: number;
  readonly reason: string | null;
}

/**
 * Asks for a refund in the name of a manager. If `requestId` was used before for this amount, returns the charge and refunds
 * nothing.
 */
export function refundCharge(
  till: Till,
  by: By,
  { id, requestId, amount, reason }: RefundOrder,
): Acted<'not-refundable' | 'exceeds-refundable' | 'request-id-reused' | 'invalid-amount'> {
  if (!isCentavos(amount) || amount === 0) return err('invalid-amount');
  return acted(till, till.service.refund(id, requestId, amount, reason, by), {
    'not-applicable': 'not-refundable',
    'exceeds-refundable': 'exceeds-refundable',
    'request-id-reused': 'request-id-reused',
  });
}
