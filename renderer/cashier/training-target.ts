import type { ChargeView } from '../../shared/contract/charge-view.ts';
import type { TillView } from '../../shared/contract/views.ts';
import type { UiState } from '../stores/ui-store.ts';
import { currentOf } from './screen-of.ts';

/**
 * Returns the charge that the training customer's phone acts on: the one on screen, else the one that has just left it, else
 * the last one that the phone could act on. A trainee may need longer than the 8 s for which news stay on screen.
 */
export function trainingTarget(
  view: TillView,
  { created, phoneTarget }: Pick<UiState, 'created' | 'phoneTarget'>,
): ChargeView | null {
  return currentOf(view, created) ?? view.cancelling[0] ?? view.lastEnded ?? phoneTarget;
}
