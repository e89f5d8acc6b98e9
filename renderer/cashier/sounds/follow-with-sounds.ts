import type { Cancel } from '../../../shared/kernel/time.ts';
import attention from '../../../assets/sounds/attention.wav';
import late from '../../../assets/sounds/late.wav';
import paid from '../../../assets/sounds/paid.wav';
import type { Cashier } from '../till-context.ts';
import { soundFor, type Audible, type Sound } from './sound-for.ts';

/** Plays what the changes of the till sound like. */
export function followWithSounds({ till, ui }: Pick<Cashier, 'till' | 'ui'>): Cancel {
  const players: Record<Sound, HTMLAudioElement> = {
    paid: new Audio(paid),
    late: new Audio(late),
    attention: new Audio(attention),
  };
  const now = (): Audible => ({ view: till.getState().view, ended: ui.getState().ended });
  let before = now();
  const listen = (): void => {
    const after = now();
    const sound = soundFor(before, after);
    before = after;
    if (sound === null) return;
    players[sound].currentTime = 0;
    // A machine without loudspeakers is no fault: everything is on screen too.
    players[sound].play().catch(() => undefined);
  };
  const cancels = [till.subscribe(listen), ui.subscribe(listen)];
  return () => {
    for (const cancel of cancels) cancel();
  };
}
