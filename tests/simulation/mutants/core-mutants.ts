import { err, ok } from '../../../shared/kernel/result.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { DONE } from '../../../main/core/outbox/job.ts';
import type { Mutation } from './mutation.ts';
import { withCharges, withJobs } from './with-parts.ts';

/** What a till can forget, repeat or skip inside. */
export const CORE_MUTANTS: readonly Mutation[] = [
  {
    name: 'forget the watch after a restart',
    tamper: {
      ledger: withJobs((real) => ({ living: () => real.living().filter(({ kind }) => kind !== 'watch') })),
    },
  },
  {
    name: 'show a QR while only other questions are answered',
    breaks: 'I15',
    tamper: {
      run: (real) => async (job) => {
        const result = await real(job);
        if (job.kind !== 'look-up' || result.kind !== 'again') return result;
        return { kind: 'again', delayMs: result.delayMs };
      },
    },
  },
  {
    name: 'keep the lock in memory only',
    breaks: 'I16',
    tamper: {
      ledger: (real) => ({
        ...real,
        record(type, body, by, change) {
          if (type !== 'till-locked') return real.record(type, body, by, change);
          change?.(epochMs(0));
          return 0;
        },
      }),
    },
  },
  {
    name: 'watch with a single look',
    tamper: { run: (real) => async (job) => (job.kind === 'watch' && job.step > 0 ? DONE : real(job)) },
  },
  {
    name: 'give a cancel up after three tries',
    tamper: { run: (real) => async (job) => (job.kind === 'cancel' && job.tries > 2 ? DONE : real(job)) },
  },
  {
    name: 'send again what a crash may have sent',
    tamper: { run: (real) => (job) => real(job.kind === 'create' ? { ...job, tries: 0 } : job) },
  },
  {
    name: 'accept other keys at the second start',
    tryFirst: 69,
    tamper: {
      ledger: (real) => ({
        ...real,
        record: (type, body, by, apply) =>
          real.record(type, type === 'gateway-changed' ? { ...body, change: 'found' } : body, by, apply),
      }),
    },
  },
  {
    name: 'forget every job at a restart',
    tamper: { ledger: withJobs(() => ({ living: () => [] })) },
  },
  {
    name: 'drop a payment that comes after the end',
    tamper: {
      ledger: (real) => ({
        ...real,
        apply(id, event, by) {
          const charge = event.type === 'created' ? null : real.charges.byId(id);
          const over = charge !== null && ['cancelling', 'cancelled', 'expired'].includes(charge.status);
          return over && event.type === 'seen' && event.word === 'approved'
            ? err('nothing-new')
            : real.apply(id, event, by);
        },
      }),
    },
  },
  {
    name: 'let two charges wait at once',
    tamper: {
      ledger: (real) => {
        real.db.exec('DROP INDEX IF EXISTS charge_one_waits');
        return withCharges((charges) => ({
          waiting: () => (new Error().stack?.includes('charge-service') === true ? null : charges.waiting()),
        }))(real);
      },
    },
  },
  {
    name: 'save the projection apart from the event',
    tamper: {
      ledger: (real) => ({
        ...real,
        apply(id, event, by) {
          const before = event.type === 'created' ? null : real.charges.byId(id);
          const applied = real.apply(id, event, by);
          if (applied.ok && before !== null && event.type === 'finalized')
            real.charges.save({ ...applied.value.charge, finalizedAt: before.finalizedAt });
          return applied;
        },
      }),
    },
  },
  {
    // The table alone cannot show it: a charge becomes approved again after an unclear refund that did not happen.
    name: 'call a sale paid in full when it is finalized',
    tryFirst: 28,
    breaks: 'I7',
    tamper: {
      ledger: (real) => ({
        ...real,
        apply(id, event, by, at) {
          const applied = real.apply(id, event, by, at);
          if (!applied.ok || event.type !== 'finalized') return applied;
          const charge = { ...applied.value.charge, status: 'approved' as const };
          real.charges.save(charge);
          return ok({ ...applied.value, charge });
        },
      }),
    },
  },
];
