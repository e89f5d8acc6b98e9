import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { instant } from './instant.ts';

/** Returns a charge that holds up a call in the shape of the API. */
export function openChargeBody(charge: Charge): Record<string, unknown> {
  const { id, status, amount, reference, createdAt } = charge;
  return { id, status, amount, reference, createdAt: instant(createdAt) };
}
