import type { Clock } from '../../shared/kernel/time.ts';

/**
 * Returns a function that runs acts one at a time and at least `gapMs` after the end of the act before. It waits before an act
 * that comes too early. Null for an act that comes while another one waits or runs: a page that asks without end gets no queue.
 */
export function apart(
  clock: Pick<Clock, 'monotonic' | 'after'>,
  gapMs: number,
): <T>(act: () => Promise<T>) => Promise<T> | null {
  let isTaken = false;
  let freeAt = -Infinity;
  const run = async <T>(act: () => Promise<T>): Promise<T> => {
    try {
      const early = freeAt - clock.monotonic();
      if (early > 0) await new Promise<void>((resolve) => clock.after(early, resolve));
      return await act();
    } finally {
      freeAt = clock.monotonic() + gapMs;
      isTaken = false;
    }
  };
  return (act) => {
    if (isTaken) return null;
    isTaken = true;
    return run(act);
  };
}
