import type { ChargeEffect } from '../../../shared/domain/charge/event.ts';
import type { EpochMs } from '../../../shared/kernel/time.ts';
import type { Job } from '../outbox/job.ts';
import type { JobStore } from '../outbox/job-store.ts';

/** How long until the job of an effect first runs, ms. A time limit brings its own. */
export type FirstDelays = Readonly<Record<Exclude<ChargeEffect['kind'], 'stop' | 'time-limit'>, number>>;

/** Every job at once. */
export const AT_ONCE: FirstDelays = {
  create: 0,
  cancel: 0,
  refund: 0,
  'look-up': 0,
  'find-orphan': 0,
  watch: 0,
};

/** Writes and drops the jobs that the effects of an event ask for, in the caller's transaction. Returns those written. */
export function putJobs(
  jobs: JobStore,
  chargeId: string,
  effects: readonly ChargeEffect[],
  now: EpochMs,
  first: FirstDelays,
): Job[] {
  return effects.flatMap((effect) => {
    if (effect.kind === 'stop') {
      jobs.drop(effect.of, chargeId, effect.attempt);
      return [];
    }
    const attempt = effect.kind === 'time-limit' ? 0 : effect.attempt;
    const delayMs = effect.kind === 'time-limit' ? effect.dueInMs : first[effect.kind];
    return [jobs.put({ kind: effect.kind, chargeId, attempt, delayMs }, now)];
  });
}
