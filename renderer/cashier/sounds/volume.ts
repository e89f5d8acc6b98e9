/** How loud the sounds of the till are, of 1. */
const LOUDNESS = { full: 1, low: 0.35, off: 0 } as const;
type Volume = keyof typeof LOUDNESS;

export const VOLUMES: readonly Volume[] = ['full', 'low', 'off'];

const KEY = 'balcao.volume';

/** Returns the chosen volume. Before the choice it is full, because a late payment must be heard. */
export function chosenVolume(): Volume {
  const kept = localStorage.getItem(KEY);
  return VOLUMES.find((volume) => volume === kept) ?? 'full';
}

/** Remembers a volume, for the next sound. */
export function chooseVolume(volume: Volume): void {
  localStorage.setItem(KEY, volume);
}

/** Returns the loudness of the next sound, from 0 to 1. */
export function loudness(): number {
  return LOUDNESS[chosenVolume()];
}
