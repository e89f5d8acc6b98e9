import { ENTER_SIGN, followBurst, NO_BURST, type Burst } from '../../../shared/domain/scanner/burst.ts';

type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat' | 'timeStamp'>;

export interface BurstWatch {
  /** Counts a key stroke. Its time is that of the event, so a busy page does not slow a scanner down to a hand. */
  follow(stroke: Stroke): void;
  /** The burst with the last sign. */
  now(): Burst;
}

/** Creates a watch over the speed of the signs of one keyboard. Ignores keys that are held down and keys that make no sign. */
export function createBurstWatch(): BurstWatch {
  let burst = NO_BURST;
  return {
    follow({ key, ctrlKey, altKey, metaKey, repeat, timeStamp }) {
      if (repeat || ctrlKey || altKey || metaKey) return;
      const sign = key === 'Enter' ? ENTER_SIGN : key;
      if (sign.length === 1) burst = followBurst(burst, sign, timeStamp);
    },
    now: () => burst,
  };
}

/** The watch of the window. One: the page cannot tell a scanner from the keyboard by anything but its speed. */
export const bursts = createBurstWatch();
