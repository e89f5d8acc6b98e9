/** Stands still where somebody else must go first; called before each piece of work. It may hold its whole thread. */
export type Pace = () => void;

/** As fast as it goes. */
export const atOnce: Pace = () => undefined;

/**
 * How long a report stands still after something happened to a charge, ms. A charge has its QR long before, and is not
 * slowed down by a processor and a disk that are busy with yesterday.
 */
const MAKE_WAY = 250;

/** A number that both threads see: how often something happened to a charge. */
export type Happenings = Int32Array<SharedArrayBuffer>;

export function createHappenings(): Happenings {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/**
 * Stands still once after each happening, and lets at least one piece of work pass between two: no report starves. For a
 * thread that does nothing else, since it sleeps.
 */
export function besideTill(happenings: Happenings): Pace {
  let seen = Atomics.load(happenings, 0);
  return () => {
    const present = Atomics.load(happenings, 0);
    if (present === seen) return;
    seen = present;
    Atomics.wait(happenings, 0, present, MAKE_WAY);
  };
}
