import type { TillView } from '../../shared/contract/views.ts';

export type SlipView = NonNullable<TillView['printer']>['slips'][number];

/** True while a person must say what is on the paper. */
export function isAsking({ state }: SlipView): boolean {
  return state === 'held' || state === 'unknown';
}
