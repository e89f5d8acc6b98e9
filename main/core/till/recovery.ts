import { SECOND, type Cancel, type Clock } from '../../../shared/kernel/time.ts';
import { askedFirst } from '../charges/asked-first.ts';
import { restoreOwedJobs } from '../charges/recover.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Job } from '../outbox/job.ts';
import type { StorageTrouble } from './storage-trouble.ts';

/** How long the sell screen waits for the answers about unsettled charges, ms (rule 2). */
export const RECOVERY_BUDGET = 5 * SECOND;

/** What a till does about the charges of its last run before it sells. */
export interface Recovery {
  /** True until `run` has resolved. */
  isUnderWay(): boolean;
  /** Ids of the charges that the last run left waiting. The settle screen shows one until a person acts on it. */
  readonly leftFromLastRun: Set<string>;
  /** A job of this charge has run: the gateway was asked about it. */
  asked(chargeId: string): void;
  /**
   * Restores missing jobs, calls `startWork` with a test for the jobs that run first, and resolves when each unsettled charge
   * was asked about once, after `RECOVERY_BUDGET` at most.
   */
  run(startWork: (isFirst: (job: Job) => boolean) => void): Promise<void>;
  /** Ends the wait of `run`. */
  stop(): void;
}

/** Creates the recovery of a till. Nothing is read before `run`. */
export function createRecovery(ledger: Ledger, clock: Clock, trouble: StorageTrouble): Recovery {
  const leftFromLastRun = new Set<string>();
  /** By the id of an unsettled charge: resolves its part of the recovery. */
  const onAsked = new Map<string, () => void>();
  let isUnderWay = true;
  let budget: Cancel | null = null;
  return {
    isUnderWay: () => isUnderWay,
    leftFromLastRun,
    asked: (chargeId) => onAsked.get(chargeId)?.(),
    async run(startWork) {
      const unresolved = ledger.charges.unresolved();
      const open = ledger.charges.withOpenFacts();
      const ids = new Set(unresolved.map(({ id }) => id));
      const owing = [...unresolved, ...open.filter(({ id }) => !ids.has(id))];
      // If the disk is full, no job can be created, and the work begins with the jobs that there are.
      trouble.orReport(() => restoreOwedJobs(ledger, clock, owing), undefined);
      for (const charge of unresolved)
        if (ledger.charges.waiting()?.id === charge.id) leftFromLastRun.add(charge.id);
      const isFirst = askedFirst(open);
      const answers = owing
        .filter(({ id }) => ledger.jobs.of(id).some(isFirst))
        .map(({ id }) => new Promise<void>((resolve) => onAsked.set(id, resolve)));
      startWork(isFirst);
      await Promise.race([
        Promise.all(answers),
        new Promise<void>((resolve) => (budget = clock.after(RECOVERY_BUDGET, resolve))),
      ]);
      budget?.();
      onAsked.clear();
      isUnderWay = false;
    },
    stop: () => budget?.(),
  };
}
