import type { Cancel } from '../../../shared/kernel/time.ts';
import attention from '../../../assets/sounds/attention.wav';
import late from '../../../assets/sounds/late.wav';
import paid from '../../../assets/sounds/paid.wav';
import type { Cashier } from '../till-context.ts';
import { soundFor, type Audible, type Sound } from './sound-for.ts';

const FILES: Readonly<Record<Sound, string>> = { paid, late, attention };

/** Plays the sounds of the till's changes. */
export function followWithSounds({ till, ui }: Pick<Cashier, 'till' | 'ui'>): Cancel {
  // Created at the first sound, because a player needs a process of the browser and a start has no sound.
  const players: Partial<Record<Sound, HTMLAudioElement>> = {};
  const now = (): Audible => ({ view: till.getState().view, ended: ui.getState().ended });
  let before = now();
  const listen = (): void => {
    const after = now();
    const sound = soundFor(before, after);
    before = after;
    if (sound === null) return;
    const player = (players[sound] ??= new Audio(FILES[sound]));
    player.currentTime = 0;
    // A machine without loudspeakers is not a fault, because everything is on the screen too.
    player.play().catch(() => undefined);
  };
  const cancels = [till.subscribe(listen), ui.subscribe(listen)];
  return () => {
    for (const cancel of cancels) cancel();
  };
}
