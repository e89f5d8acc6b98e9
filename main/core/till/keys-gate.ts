import type { KeysName } from '../../../shared/domain/ledger-event/till-event.ts';
import type { Logger } from '../../../shared/kernel/logger.ts';
import { SECOND } from '../../../shared/kernel/time.ts';
import { checkKeys, type KeysCheck } from '../directory/gateway-keys.ts';
import type { Notices } from '../directory/notices.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Job, JobResult } from '../outbox/job.ts';
import type { OutboxRunner } from '../outbox/runner.ts';

/** The keys in use, and the jobs that wait while they are unconfirmed. */
export interface KeysGate {
  readonly keys: KeysCheck;
  /** Wraps a job handler: no create runs while the keys are unconfirmed. Every other job does. */
  hold(handle: (job: Job) => Promise<JobResult>): (job: Job) => Promise<JobResult>;
  /** Shows a notice while the keys are unconfirmed. Removes it if the known keys are back. */
  report(notices: Notices, logger: Logger): void;
}

/** How often a create that waits for the confirmation of the keys looks again, ms. A confirmation makes it due at once. */
const HELD = 30 * SECOND;

/** Compares the keys in use with the ledger. `inUse` is null in training. */
export function createKeysGate(
  ledger: Ledger,
  inUse: KeysName | null,
  runner: () => Pick<OutboxRunner, 'hurry'>,
): KeysGate {
  const checked = checkKeys(ledger, inUse);
  return {
    keys: {
      ...checked,
      confirm(by) {
        checked.confirm(by);
        runner().hurry(({ kind }) => kind === 'create');
      },
    },
    // The money of an order that is created now would go to the account of the unconfirmed keys.
    hold: (handle) => (job) =>
      job.kind === 'create' && checked.unconfirmed() !== null
        ? Promise.resolve({ kind: 'again', delayMs: HELD })
        : handle(job),
    report(notices, logger) {
      const found = checked.unconfirmed();
      if (found === null) {
        notices.dismiss('keys-changed-outside');
        return;
      }
      const { host, clientIdEnd } = found;
      logger.error('keys-changed-outside', { host });
      notices.add('keys-changed-outside', clientIdEnd === '' ? `${host}` : `${host} · …${clientIdEnd}`);
    },
  };
}
