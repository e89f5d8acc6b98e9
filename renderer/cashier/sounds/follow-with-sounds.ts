import type { Cancel } from '../../../shared/kernel/time.ts';
import attention from '../../../assets/sounds/attention.wav';
import late from '../../../assets/sounds/late.wav';
import paid from '../../../assets/sounds/paid.wav';
import type { TillStore } from '../../stores/till-store.ts';
import { soundFor, type Sound } from './sound-for.ts';

const FILES: Record<Sound, string> = { paid, late, attention };

/** Plays what the changes of the till sound like. */
export function followWithSounds(till: TillStore): Cancel {
  const players = Object.fromEntries(
    Object.entries(FILES).map(([name, file]) => [name, new Audio(file)]),
  ) as Record<Sound, HTMLAudioElement>;
  return till.subscribe(({ view }, before) => {
    if (view === null || view === before.view) return;
    const sound = soundFor(before.view, view);
    if (sound === null) return;
    const player = players[sound];
    player.currentTime = 0;
    // A machine without loudspeakers is no fault: everything is on screen too.
    player.play().catch(() => undefined);
  });
}
