import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks until there is an answer. For things outside this process that send no event.
 *
 * @param what named in the error if the time is over.
 * @param ask returns undefined for "not yet".
 */
export async function pollUntil<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  limits: { readonly timeoutMs?: number; readonly everyMs?: number } = {},
): Promise<T> {
  const timeoutMs = limits.timeoutMs ?? 60_000;
  const deadlineMs = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() >= deadlineMs) throw new Error(`${what}: nothing within ${timeoutMs} ms`);
    await pause(limits.everyMs ?? 50);
  }
}
