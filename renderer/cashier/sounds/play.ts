import attention from '../../../assets/sounds/attention.wav';
import late from '../../../assets/sounds/late.wav';
import paid from '../../../assets/sounds/paid.wav';
import type { Sound } from './sound-for.ts';
import { loudness } from './volume.ts';

const FILES: Readonly<Record<Sound, string>> = { paid, late, attention };

/** Created at the first sound, because a player needs a process of the browser and a start has no sound. */
const players: Partial<Record<Sound, HTMLAudioElement>> = {};

/** Plays a sound as loud as the settings say. */
export function play(sound: Sound): void {
  const volume = loudness();
  if (volume === 0) return;
  const player = (players[sound] ??= new Audio(FILES[sound]));
  player.volume = volume;
  player.currentTime = 0;
  // A machine without loudspeakers is not a fault, because everything is on the screen too.
  player.play().catch(() => undefined);
}
