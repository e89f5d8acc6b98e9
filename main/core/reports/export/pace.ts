/** Called before each piece of work. Can block its thread for a moment, so that a charge at the till goes first. */
export type Pace = () => void;

/** Never blocks. */
export const noPause: Pace = () => undefined;

/**
 * After an event of a charge the thread pauses so long, ms. The till makes the QR of a charge in less time, with processor and
 * disk to itself.
 */
const PAUSE = 250;

/** The number of events of charges since the start, shared by two threads. */
export type EventCounter = Int32Array<SharedArrayBuffer>;

/** Creates a counter at zero. */
export function createEventCounter(): EventCounter {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/**
 * Pauses once after each event of a charge. At least one piece of work is done between two pauses, so that a report ends. Only
 * for a thread without other work, because it sleeps.
 */
export function pauseForCharges(counter: EventCounter): Pace {
  let seen = Atomics.load(counter, 0);
  return () => {
    const present = Atomics.load(counter, 0);
    if (present === seen) return;
    seen = present;
    Atomics.wait(counter, 0, present, PAUSE);
  };
}
