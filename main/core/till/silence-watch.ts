import {
  SHORT_SILENCE_MS,
  silenceOf,
  type MissingAnswers,
  type Silence,
} from '../../../shared/domain/charge/silence.ts';
import { SECOND, type Cancel, type Clock, type EpochMs } from '../../../shared/kernel/time.ts';
import { answersAbout, type Contact } from '../gateway/contact.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** So long after its last answer an order is unknown, also if no look-up failed: one that asks for a login first can take minutes, ms. */
const LONGEST_LOOK_MS = 60 * SECOND;

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
  /** When the last answer about the order of a charge came in this run, by the id of the charge. */
  const answers = new Map<string, EpochMs>();
  let due: { readonly at: number; readonly cancel: Cancel } | null = null;

  /** Returns the look-ups of a charge that failed in a row, those of earlier runs included. Null if the last one was answered. */
  const failuresOf = (chargeId: string): Failures | null => {
    const inThisRun = failures.get(chargeId);
    if (inThisRun !== undefined) return inThisRun;
    const row = ledger.jobs.lookUpOf(chargeId);
    return row?.lastError == null || row.tries === 0 ? null : { since: null, count: row.tries };
  };

  /** True if an earlier run left so many failures that the order is silent also with good contact. */
  const isOlderSilence = (failed: Failures | null): boolean =>
    failed?.since === null && !answersAbout({ ...contact(), answering: true }, failed.count);

  /**
   * Returns since when an answer is overdue although fewer look-ups failed than make a silence. Where each answer takes a minute, a
   * second failure would come too late. Null if none is overdue.
   */
  const overdueSince = (chargeId: string): EpochMs | null => {
    const since = failuresOf(chargeId)?.since ?? null;
    if (since !== null && silenceOf({ since }, clock.now()) === 'long') return since;
    const answered = answers.get(chargeId);
    return answered !== undefined && clock.now() - answered >= LONGEST_LOOK_MS ? answered : null;
  };

  const missingAbout = (chargeId: string): MissingAnswers | null => {
    const now = contact();
    const failed = failuresOf(chargeId);
    const overdue = overdueSince(chargeId);
    if (answersAbout(now, failed?.count ?? 0) && overdue === null) return null;
    // Also a contact that is lost now does not begin a silence of an earlier run.
    if (now.lastContactAt === null || isOlderSilence(failed)) return { since: null };
    const sinces = [now.answering ? null : now.noUsableAnswerSince, failed?.since ?? null, overdue];
    const known = sinces.filter((since) => since !== null);
    return { since: known.length === 0 ? null : (Math.min(...known) as EpochMs) };
  };

  const silenceAbout = (chargeId: string): Silence => silenceOf(missingAbout(chargeId), clock.now());

  /** Looks at the waiting charge at this time, if no earlier look is due. */
  const lookAt = (at: number): void => {
    if (due !== null && due.at <= at) return;
    due?.cancel();
    due = { at, cancel: clock.after(Math.max(0, at - clock.now()), look) };
  };

  /** Reports a silence that is long now, or looks again when it may be. */
  const look = (): void => {
    due = null;
    const charge = ledger.charges.waiting();
    if (charge?.status !== 'pending') return;
    if (silenceAbout(charge.id) === 'long') return becameLong();
    const since = missingAbout(charge.id)?.since ?? failuresOf(charge.id)?.since ?? null;
    const answered = answers.get(charge.id);
    if (since !== null) lookAt(since + SHORT_SILENCE_MS);
    if (answered !== undefined) lookAt(answered + LONGEST_LOOK_MS);
  };

  return {
    missingAbout,
    silenceAbout,
    looked(chargeId, isAnswered) {
      if (isAnswered) {
        failures.set(chargeId, null);
        answers.set(chargeId, clock.now());
        return lookAt(clock.now() + LONGEST_LOOK_MS);
      }
      const before = failuresOf(chargeId);
      const since = isOlderSilence(before) ? null : (before?.since ?? clock.now());
      failures.set(chargeId, { since, count: (before?.count ?? 0) + 1 });
      lookAt(clock.now() + SHORT_SILENCE_MS);
    },
    contactChanged({ answering }) {
      if (!answering) lookAt(clock.now() + SHORT_SILENCE_MS);
    },
    stop() {
      due?.cancel();
    },
  };
}
