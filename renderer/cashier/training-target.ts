import type { ChargeView } from '../../shared/contract/charge-view.ts';
import type { TillView } from '../../shared/contract/views.ts';
import { currentOf } from './screen-of.ts';

/** The charge that the training customer's phone acts on: the one on screen, else the one that has just left it. */
export function trainingTarget(view: TillView, created: ChargeView | null): ChargeView | null {
  return currentOf(view, created) ?? view.cancelling[0] ?? view.lastEnded;
}
