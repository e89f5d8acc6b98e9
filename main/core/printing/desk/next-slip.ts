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

/** What a request for a slip leads to: the job that waits already, or a new job with this text. */
export type NextSlip =
  | { readonly kind: 'waiting'; readonly job: PrintJob }
  | { readonly kind: 'new'; readonly request: TicketRequest };

/** Decides about a slip of a charge, or of no charge. Reads the ledger's file, writes nothing. */
export type DecideNextSlip = (original: OriginalRequest, chargeId: string | null) => NextSlip;

/**
 * The one rule of second copies. While a job of the same slip waits or is sent, that job is the answer. If an earlier one
 * may be on paper, the new one is marked 2ª VIA. A slip therefore has one waiting job at most, and nothing can come out
 * between the decision and the paper: at most one sheet of a slip is unmarked, and it is the first.
 */
export function createNextSlip(
  ledger: Pick<Ledger, 'db' | 'log'>,
  store: Pick<PrintJobStore, 'of' | 'ofClosing'>,
): DecideNextSlip {
  const diary = createDiaryLog(ledger.db);

  /** A restored ledger lacks the print jobs that were written after its backup. */
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

/** All jobs of one slip, oldest first. Slips about neither a charge nor a closing are each their own. */
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

/** Each refund of a charge has its own slip. The same amount may be refunded twice, so the instant counts too. */
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
 * False only if no byte of the job left: it was never tried, or it got too old in the queue after tries that did not start.
 * A person's word that it came out counts.
 */
function mayBeOnPaper({ state, tries, reason }: PrintJob): boolean {
  if (state === 'delivered') return true;
  return state !== 'queued' && tries > 0 && reason !== 'STALE';
}
