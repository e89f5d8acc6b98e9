import type { Cancel } from '../../../shared/kernel/time.ts';
import type { Cashier } from '../till-context.ts';
import { play } from './play.ts';
import { soundFor, type Audible } from './sound-for.ts';

/** Plays the sounds of the till's changes. */
export function followWithSounds({ till, ui }: Pick<Cashier, 'till' | 'ui'>): Cancel {
  const now = (): Audible => ({ view: till.getState().view, ended: ui.getState().ended });
  let before = now();
  const listen = (): void => {
    const after = now();
    const sound = soundFor(before, after);
    before = after;
    if (sound !== null) play(sound);
  };
  const cancels = [till.subscribe(listen), ui.subscribe(listen)];
  return () => {
    for (const cancel of cancels) cancel();
  };
}
