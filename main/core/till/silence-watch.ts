import {
  SHORT_SILENCE_MS,
  silenceOf,
  type MissingAnswers,
  type Silence,
} from '../../../shared/domain/charge/silence.ts';
import type { Cancel, Clock, EpochMs } from '../../../shared/kernel/time.ts';
import { answersAbout, type Contact } from '../gateway/contact.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** Knows since when the gateway gives no usable answer about a payable charge. */
export interface SilenceWatch {
  /** Returns the missing answers about the order of this charge. Null while usable answers come. */
  missingAbout(chargeId: string): MissingAnswers | null;
  silenceAbout(chargeId: string): Silence;
  /** Called after each look at a charge's order, with whether it got a usable answer. */
  looked(chargeId: string, isAnswered: boolean): void;
  /** Called when the contact with the gateway changes. */
  contactChanged(contact: Contact): void;
  stop(): void;
}

/** Look-ups of one charge that failed in a row, as a row of the outbox tells of them. */
interface Failures {
  /** When the first of them failed. */
  readonly since: EpochMs;
  readonly tries: number;
  readonly lastError: string;
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
   * The look-ups of a charge that failed in a row. Null after an answered one. Unknown before the first look-up of this run: then
   * the row in the outbox tells. Afterwards it may lag behind, because a full disk takes no row.
   */
  const failures = new Map<string, Failures | null>();
  let due: Cancel | null = null;
  let isStopped = false;

  const missingAbout = (chargeId: string): MissingAnswers | null => {
    const now = contact();
    const failing = failures.get(chargeId);
    const lookUp = failing === undefined ? ledger.jobs.lookUpOf(chargeId) : failing;
    if (answersAbout(now, lookUp)) return null;
    if (now.lastContactAt === null) return { since: null };
    const sinces = [now.answering ? null : now.noUsableAnswerSince, failing?.since ?? null];
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
    looked(chargeId, isAnswered) {
      if (isAnswered) return void failures.set(chargeId, null);
      const before = failures.get(chargeId) ?? {
        since: clock.now(),
        tries: 0,
        lastError: 'no usable answer',
      };
      failures.set(chargeId, { ...before, tries: before.tries + 1 });
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
