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
  /** Ends the watch. No look-up may end after it. */
  stop(): void;
}

/** The look-ups of one charge that failed in a row. */
interface Failures {
  /** When the first of them failed. Null if that was in an earlier run. */
  readonly since: EpochMs | null;
  readonly count: number;
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
   * By the id of a charge. Null after an answered look-up. Before the first look-up of this run, the row in the outbox is used.
   * Later the row may be older than this, because a full disk accepts no write.
   */
  const failures = new Map<string, Failures | null>();
  let due: Cancel | null = null;

  /** Returns how many look-ups of a charge failed in a row, those of earlier runs included. */
  const failedLooks = (chargeId: string): number => {
    const inThisRun = failures.get(chargeId);
    if (inThisRun !== undefined) return inThisRun?.count ?? 0;
    const row = ledger.jobs.lookUpOf(chargeId);
    return row?.lastError == null ? 0 : row.tries;
  };

  /**
   * True if one look-up of a charge failed and the next one has no answer although a short silence is over. Where each answer
   * takes a minute, a second failure would come too late.
   */
  const isNextOverdue = (chargeId: string): boolean => {
    const since = failures.get(chargeId)?.since ?? null;
    return since !== null && silenceOf({ since }, clock.now()) === 'long';
  };

  const missingAbout = (chargeId: string): MissingAnswers | null => {
    const now = contact();
    if (answersAbout(now, failedLooks(chargeId)) && !isNextOverdue(chargeId)) return null;
    const failed = failures.get(chargeId);
    if (now.lastContactAt === null || failed?.since === null) return { since: null };
    const sinces = [now.answering ? null : now.noUsableAnswerSince, failed?.since ?? null];
    const known = sinces.filter((since) => since !== null);
    return { since: known.length === 0 ? null : (Math.min(...known) as EpochMs) };
  };

  const silenceAbout = (chargeId: string): Silence => silenceOf(missingAbout(chargeId), clock.now());

  /** Looks again when the silence that may have begun now is long. */
  const follow = (delayMs: number = SHORT_SILENCE_MS): void => {
    due ??= clock.after(delayMs, () => {
      due = null;
      const charge = ledger.charges.waiting();
      if (charge?.status !== 'pending') return;
      if (silenceAbout(charge.id) === 'long') return becameLong();
      const since = missingAbout(charge.id)?.since ?? failures.get(charge.id)?.since ?? null;
      if (since !== null) follow(since + SHORT_SILENCE_MS - clock.now());
    });
  };

  return {
    missingAbout,
    silenceAbout,
    looked(chargeId, isAnswered) {
      if (isAnswered) return void failures.set(chargeId, null);
      const before = failedLooks(chargeId);
      const since = before === 0 ? clock.now() : (failures.get(chargeId)?.since ?? null);
      failures.set(chargeId, { since, count: before + 1 });
      follow();
    },
    contactChanged({ answering }) {
      if (!answering) follow();
    },
    stop() {
      due?.();
    },
  };
}
