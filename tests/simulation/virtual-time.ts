import type { Cancel, Clock } from '../../shared/kernel/time.ts';
import { epochMs } from '../../shared/kernel/time.ts';

/** What happens in a world, in order of virtual time. Nothing in a world may use any other clock. */
export interface VirtualTime {
  /** Milliseconds since the world began. */
  elapsed(): number;
  after(delayMs: number, action: () => void): Cancel;
  /** Time stands still until this and earlier work has ended: real input, output or computing. */
  standStillFor(work: Promise<void>): void;
  /** Runs everything due within the next `ms`, letting promises settle after each step. */
  run(ms: number): Promise<void>;
  /** Runs until `holds`, or until `ms` have passed. Gives whether it held. */
  runUntil(holds: () => boolean, ms: number): Promise<boolean>;
}

interface Entry {
  readonly at: number;
  readonly order: number;
  action: (() => void) | null;
}

/** `beforeEach` is called before each thing that happens: between two of them every promise stands at an await. */
export function createVirtualTime(beforeEach: () => void): VirtualTime {
  const heap: Entry[] = [];
  let now = 0;
  let order = 0;
  let real: Promise<void> | null = null;

  /** Lets every promise that can go on do so: a tick comes after the last of them. */
  const settled = async (): Promise<void> => {
    for (let work = real; work !== null; work = real) {
      real = null;
      await work;
    }
    await new Promise<void>((resolve) => process.nextTick(resolve));
  };

  const before = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

  const push = (entry: Entry): void => {
    heap.push(entry);
    let child = heap.length - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!before(heap[child]!, heap[parent]!)) break;
      [heap[child], heap[parent]] = [heap[parent]!, heap[child]!];
      child = parent;
    }
  };

  const pop = (): Entry => {
    const top = heap[0]!;
    const last = heap.pop()!;
    if (heap.length > 0) heap[0] = last;
    for (let parent = 0; ;) {
      const left = 2 * parent + 1;
      const right = left + 1;
      let least = parent;
      if (left < heap.length && before(heap[left]!, heap[least]!)) least = left;
      if (right < heap.length && before(heap[right]!, heap[least]!)) least = right;
      if (least === parent) return top;
      [heap[parent], heap[least]] = [heap[least]!, heap[parent]!];
      parent = least;
    }
  };

  const runUntil = async (holds: () => boolean, ms: number): Promise<boolean> => {
    const end = now + ms;
    await settled();
    while (!holds()) {
      const next = heap[0];
      if (next === undefined || next.at > end) {
        now = end;
        return holds();
      }
      pop();
      if (next.action === null) continue;
      now = next.at;
      beforeEach();
      // A death just now takes the timers of the dead with it.
      next.action?.();
      await settled();
    }
    return true;
  };

  return {
    elapsed: () => now,
    after(delayMs, action) {
      const entry: Entry = { at: now + Math.max(0, delayMs), order: order++, action };
      push(entry);
      return () => void (entry.action = null);
    },
    standStillFor(work) {
      const earlier = real;
      real = earlier === null ? work : earlier.then(() => work);
    },
    run: async (ms) => void (await runUntil(() => false, ms)),
    runUntil,
  };
}

/** The wall clock of a world's machine, which jumps apart from the virtual time. */
export interface Wall {
  /** Epoch ms minus elapsed ms. */
  offset: number;
}

/** The clock of one run of a till: it dies with that run, so that no timer of a dead process ever fires. */
export function createTillClock(time: VirtualTime, wall: Wall, isAlive: () => boolean): Clock {
  const startedAt = time.elapsed();
  return {
    now: () => epochMs(Math.round(wall.offset + time.elapsed())),
    monotonic: () => time.elapsed() - startedAt,
    after: (delayMs, action) =>
      time.after(delayMs, () => {
        if (isAlive()) action();
      }),
  };
}
