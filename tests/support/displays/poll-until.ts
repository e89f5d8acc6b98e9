import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until the answer is there. For things outside this process that announce nothing.
 *
 * @param what named in the error when time is up.
 * @param ask gives undefined for "not yet".
 */
export async function pollUntil<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  limits: { readonly timeoutMs?: number; readonly everyMs?: number } = {},
): Promise<T> {
  const timeoutMs = limits.timeoutMs ?? 15_000;
  const deadlineMs = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() >= deadlineMs) throw new Error(`${what}: nothing within ${timeoutMs} ms`);
    await pause(limits.everyMs ?? 50);
  }
}
