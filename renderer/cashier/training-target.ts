import type { ChargeView } from '../../shared/contract/charge-view.ts';
import type { TillView } from '../../shared/contract/views.ts';
import type { UiState } from '../stores/ui-store.ts';
import { currentOf } from './screen-of.ts';

/**
 * Returns the charge for the training customer's phone: the one on the screen, else the last one on the screen, else the last
 * one that the phone could act on. A trainee may need longer than the 8 s for which an end is shown.
 */
export function trainingTarget(
  view: TillView,
  { created, phoneTarget }: Pick<UiState, 'created' | 'phoneTarget'>,
): ChargeView | null {
  return currentOf(view, created) ?? view.cancelling[0] ?? view.lastEnded ?? phoneTarget;
}
