import {
  originalOf,
  type OriginalRequest,
  type TicketRequest,
} from '../../../../shared/domain/ticket/context.ts';
import { createDiaryLog } from '../../ledger/diary-log.ts';
import type { StoredEvent } from '../../ledger/event-log.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { PrintJob } from '../queue/print-job.ts';
import type { PrintJobStore } from '../queue/print-job-store.ts';

/** The result of a request for a slip: the job that already waits, or a new job with this text. */
export type NextSlip =
  | { readonly kind: 'waiting'; readonly job: PrintJob }
  | { readonly kind: 'new'; readonly request: TicketRequest };

/** Decides which job a request for a slip leads to. `chargeId` is null for a slip without a charge. Writes nothing. */
export type DecideNextSlip = (original: OriginalRequest, chargeId: string | null) => NextSlip;

/**
 * Creates the rule of second copies. If a job of the same slip waits or is being sent, returns that job. If an earlier job may
 * be on paper, marks the new one 2ª VIA. So a slip has at most one waiting job, and no other job of it is printed between the
 * decision and the paper: at most one sheet of a slip is unmarked, and it is the first.
 */
export function createNextSlip(
  ledger: Pick<Ledger, 'db' | 'log'>,
  store: Pick<PrintJobStore, 'of' | 'ofClosing'>,
): DecideNextSlip {
  const diary = createDiaryLog(ledger.db);

  /** True if the ledger was restored after the slip could exist: print jobs written after the backup are missing. */
  const mayLackJobs = (original: OriginalRequest, chargeId: string | null): boolean => {
    const restored = diary.before('ledger-restored', Number.MAX_SAFE_INTEGER, 1)[0];
    if (restored === undefined) return false;
    if (original.document === 'closing') return original.shift.head.seq < restored.seq;
    if (chargeId === null) return false;
    const events = ledger.log.of(chargeId);
    const asked = original.document === 'refund' ? events.findLast(isRefundAsked) : undefined;
    const began = asked ?? events[0];
    return began !== undefined && began.seq < restored.seq;
  };

  return (original, chargeId) => {
    const earlier = sameSlip(store, original, chargeId);
    const job = earlier.find(({ state }) => state === 'queued' || state === 'sending');
    if (job !== undefined) return { kind: 'waiting', job };
    const isCopy = earlier.some(mayBeOnPaper) || mayLackJobs(original, chargeId);
    return { kind: 'new', request: isCopy ? { document: 'copy', of: original } : original };
  };
}

const isRefundAsked = ({ type }: StoredEvent): boolean => type === 'refund-requested';

/** Returns all jobs of one slip, oldest first. A slip about neither a charge nor a closing has no earlier jobs. */
function sameSlip(
  store: Pick<PrintJobStore, 'of' | 'ofClosing'>,
  original: OriginalRequest,
  chargeId: string | null,
): PrintJob[] {
  if (original.document === 'closing') return store.ofClosing(original.shift.head.hash);
  if (chargeId === null) return [];
  const jobs = store.of(chargeId, original.document);
  return original.document === 'refund' ? jobs.filter((job) => isAboutRefund(job, original)) : jobs;
}

/** True for a job of this refund. Two refunds of a charge can have the same amount, so the instant is compared too. */
function isAboutRefund(
  { request }: PrintJob,
  { charge, refund }: Extract<OriginalRequest, { document: 'refund' }>,
): boolean {
  const other = originalOf(request);
  return (
    other.document === 'refund' &&
    other.refund.at === refund.at &&
    other.charge.refundedAmount === charge.refundedAmount
  );
}

/**
 * True unless no byte of the job was sent: it was never tried, or it expired in the queue after tries that did not start. If a
 * person said that the slip came out, the job is `delivered`.
 */
function mayBeOnPaper({ state, tries, reason }: PrintJob): boolean {
  if (state === 'delivered') return true;
  return state !== 'queued' && tries > 0 && reason !== 'STALE';
}
