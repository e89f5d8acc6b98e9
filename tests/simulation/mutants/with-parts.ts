import type { ChargeRepo } from '../../../main/core/ledger/projections/charge-repo.ts';
import type { Ledger } from '../../../main/core/ledger/ledger.ts';
import type { JobStore } from '../../../main/core/outbox/job-store.ts';

/** A ledger with methods of its outbox replaced. */
export const withJobs = (change: (real: JobStore) => Partial<JobStore>) => (real: Ledger) => ({
  ...real,
  jobs: { ...real.jobs, ...change(real.jobs) },
});
/** A ledger with methods of its charges replaced. */
export const withCharges = (change: (real: ChargeRepo) => Partial<ChargeRepo>) => (real: Ledger) => ({
  ...real,
  charges: { ...real.charges, ...change(real.charges) },
});
