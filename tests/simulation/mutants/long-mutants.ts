import { DONE, type Job, type JobKind } from '../../../main/core/outbox/job.ts';
import type { Mutation } from './mutation.ts';
import { withCharges, withJobs } from './with-parts.ts';
import { withSql } from './with-sql.ts';

/** Ends jobs of a kind for which `isEnough` holds. */
const endsWhen =
  (kind: JobKind, isEnough: (job: Job) => boolean): NonNullable<NonNullable<Mutation['tamper']>['run']> =>
  (real) =>
  async (job) =>
    job.kind === kind && isEnough(job) ? DONE : real(job);

/** Bugs that show only after hours, or once there is a lot of something: no story of a dozen steps can catch them. */
export const LONG_MUTANTS: readonly Mutation[] = [
  {
    name: 'stop watching for late money after half an hour',
    tamper: { run: endsWhen('watch', ({ step }) => step > 27) },
  },
  {
    name: 'give a cancel up after an hour of tries',
    tamper: { run: endsWhen('cancel', ({ tries }) => tries > 60) },
  },
  {
    name: 'stop reading a refund after twenty words without proof',
    tryFirst: 41,
    tamper: { run: endsWhen('refund', ({ tries }) => tries > 20) },
  },
  {
    name: 'take up only twenty jobs at a restart',
    tamper: {
      ledger: withJobs((real) => ({ living: () => real.living().slice(0, 20) })),
    },
  },
  {
    name: 'list at most a dozen charges that are not settled',
    tryFirst: 159,
    tamper: { ledger: withCharges((real) => ({ unresolved: () => real.unresolved().slice(0, 12) })) },
  },
  {
    name: 'count only thirty charges in a closing',
    tryFirst: 5,
    tamper: {
      ledger: withSql(
        'SELECT DISTINCT subject FROM ledger_event WHERE seq > ? AND seq < ? AND subject IS NOT NULL',
        'SELECT DISTINCT subject FROM ledger_event WHERE seq > ? AND seq < ? AND subject IS NOT NULL LIMIT 30',
      ),
    },
  },
];
