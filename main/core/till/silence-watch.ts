import {
  SHORT_SILENCE_MS,
  silenceOf,
  type MissingAnswers,
  type Silence,
} from '../../../shared/domain/charge/silence.ts';
import type { Cancel, Clock, EpochMs } from '../../../shared/kernel/time.ts';
import { answersAbout, type Contact } from '../gateway/contact.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Job } from '../outbox/job.ts';

/** Knows since when the gateway gives no usable answer about a payable charge. */
export interface SilenceWatch {
  /** Returns the missing answers about the order of this charge. Null while usable answers come. */
  missingAbout(chargeId: string): MissingAnswers | null;
  silenceAbout(chargeId: string): Silence;
  /** Called after each try of a look-up, with whether it got a usable answer. */
  looked(job: Job, isAnswered: boolean): void;
  /** Called when the contact with the gateway changes. */
  contactChanged(contact: Contact): void;
  stop(): void;
}

/**
 * Creates the watch. No event ends a short silence, so a timer does.
 *
 * @param becameLong called when a short silence about the waiting charge becomes a long one.
 */
export function createSilenceWatch(
  ledger: Ledger,
  contact: () => Contact,
  clock: Clock,
  becameLong: () => void,
): SilenceWatch {
  /**
   * When the first of the look-ups of a charge failed that fail in a row. Null after an answered one, whose row in the outbox may
   * still be that of the failed one. Unknown before the first look-up of this run.
   */
  const failingSince = new Map<string, EpochMs | null>();
  let due: Cancel | null = null;
  let isStopped = false;

  const missingAbout = (chargeId: string): MissingAnswers | null => {
    const now = contact();
    const failing = failingSince.get(chargeId);
    if (answersAbout(now, failing === null ? null : ledger.jobs.lookUpOf(chargeId))) return null;
    if (now.lastContactAt === null) return { since: null };
    const sinces = [now.answering ? null : now.noUsableAnswerSince, failing ?? null];
    const known = sinces.filter((since) => since !== null);
    return { since: known.length === 0 ? null : (Math.min(...known) as EpochMs) };
  };

  const silenceAbout = (chargeId: string): Silence => silenceOf(missingAbout(chargeId), clock.now());

  /** Looks again when the silence that may have begun now is long. */
  const follow = (delayMs: number = SHORT_SILENCE_MS): void => {
    // A look-up that is under way when the till stops ends after the stop. The ledger is closed when the timer would run out.
    if (isStopped) return;
    due ??= clock.after(delayMs, () => {
      due = null;
      const charge = ledger.charges.waiting();
      if (charge?.status !== 'pending') return;
      const since = missingAbout(charge.id)?.since ?? null;
      const silence = silenceAbout(charge.id);
      if (silence === 'long') becameLong();
      else if (silence === 'short' && since !== null) follow(since + SHORT_SILENCE_MS - clock.now());
    });
  };

  return {
    missingAbout,
    silenceAbout,
    looked({ chargeId }, isAnswered) {
      if (isAnswered) return void failingSince.set(chargeId, null);
      if (failingSince.get(chargeId) == null) failingSince.set(chargeId, clock.now());
      follow();
    },
    contactChanged({ answering }) {
      if (!answering) follow();
    },
    stop() {
      isStopped = true;
      due?.();
    },
  };
}
