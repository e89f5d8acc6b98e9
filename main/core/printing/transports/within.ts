import type { Clock } from '../../../../shared/kernel/time.ts';

/** Returns the result of `work`, or `otherwise` if it takes longer than `limitMs`. The work continues. */
export async function within<T, U>(
  clock: Clock,
  limitMs: number,
  work: Promise<T>,
  otherwise: U,
): Promise<T | U> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(limitMs, () => resolve(otherwise));
    work.then(
      (value) => {
        cancel();
        resolve(value);
      },
      (error: unknown) => {
        cancel();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}

/** Waits. */
export async function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(ms, resolve);
  });
}
