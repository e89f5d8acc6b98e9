import type { Database } from 'better-sqlite3';
import type { PrintState } from '../../../../shared/domain/printer/print-state.ts';
import {
  originalOf,
  type OriginalRequest,
  type TicketRequest,
} from '../../../../shared/domain/ticket/context.ts';
import { epochMs } from '../../../../shared/kernel/time.ts';
import type { PrinterTarget } from '../transport-port.ts';
import type { DrawerJob, NewJob, PrintJob, PrintReason } from './print-job.ts';

/**
 * The rows of the print queue. Each write is on disk when the call returns, or with the transaction around it. Each call throws
 * a SQLite error if the disk takes nothing.
 */
export interface PrintJobStore {
  /** Writes a queued job. */
  put(job: NewJob): void;
  /** Returns the slip with this id, or null. */
  byId(id: string): PrintJob | null;
  /** Returns all slips of one document of a charge, oldest first. */
  of(chargeId: string, document: OriginalRequest['document']): PrintJob[];
  /** Returns all slips of one closing, oldest first. `hash` is the ledger's head in the closing, hexadecimal. */
  ofClosing(hash: string): PrintJob[];
  /** Returns the bytes for the printer, or null if there is no such job. */
  bytesOf(id: string): Uint8Array | null;
  /** Returns the slips that are neither delivered nor cancelled, oldest first. */
  open(): PrintJob[];
  /** Returns the queued jobs in the order of sending: drawers before slips. */
  queued(): (PrintJob | DrawerJob)[];
  /** Marks a job as being sent and counts the try. Until the outcome is written, what is on paper is unknown. */
  sending(id: string): void;
  /** Queues a job again whose try sent no byte. */
  again(id: string, reason: PrintReason): void;
  /** Ends a job. `accepted` is the count of bytes that the printer took for certain. */
  end(
    id: string,
    state: Exclude<PrintState, 'queued' | 'sending'>,
    reason?: PrintReason,
    accepted?: number,
  ): void;
  /** Cancels the QR slips of a charge whose QR can no longer be paid. A slip that is being sent gets no other try. */
  withdrawQr(chargeId: string): void;
  /** Handles the jobs that were being sent when the till ended: slips become unknown, drawers are cancelled. */
  wakeUp(): void;
}

interface Row {
  id: string;
  document: string;
  charge_id: string | null;
  request: string;
  profile: string;
  target: string;
  state: PrintState;
  tries: number;
  accepted_bytes: number | null;
  reason: string | null;
  created_at_ms: number;
  expires_at_ms: number | null;
}

const COLUMNS =
  'id, document, charge_id, request, profile, target, state, tries, accepted_bytes, reason, created_at_ms, expires_at_ms';
/** The value of the column `document` in a drawer's job. */
const DRAWER = 'drawer';
/** The hash of a closing. The expression is the one of the index `print_job_closing`, word for word. */
const CLOSING_HASH = `coalesce(request ->> '$.shift.head.hash', request ->> '$.of.shift.head.hash')`;
const OPEN = `state IN ('queued', 'sending', 'held', 'unknown')`;

/** Prepares the statements of the print queue's table. */
export function createPrintJobStore(db: Database): PrintJobStore {
  const put = db.prepare(
    `INSERT INTO print_job (id, document, charge_id, request, bytes, profile, target, state, created_at_ms, expires_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?)`,
  );
  const byId = db.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM print_job WHERE id = ? AND document <> '${DRAWER}'`,
  );
  const of = db.prepare<[string, string], Row>(
    `SELECT ${COLUMNS} FROM print_job WHERE charge_id = ? AND document = ? ORDER BY id`,
  );
  const ofClosing = db.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM print_job WHERE document = 'closing' AND ${CLOSING_HASH} = ? ORDER BY id`,
  );
  const bytes = db.prepare<[string], { bytes: Buffer }>('SELECT bytes FROM print_job WHERE id = ?');
  const open = db.prepare<[], Row>(
    `SELECT ${COLUMNS} FROM print_job WHERE ${OPEN} AND document <> '${DRAWER}' ORDER BY id`,
  );
  const queued = db.prepare<[], Row>(
    `SELECT ${COLUMNS} FROM print_job WHERE ${OPEN} AND state = 'queued' ORDER BY document <> '${DRAWER}', id`,
  );
  const sending = db.prepare(`UPDATE print_job SET state = 'sending', tries = tries + 1 WHERE id = ?`);
  const again = db.prepare(`UPDATE print_job SET state = 'queued', reason = ? WHERE id = ?`);
  const end = db.prepare('UPDATE print_job SET state = ?, reason = ?, accepted_bytes = ? WHERE id = ?');
  // A slip that is being sent either comes out, or its try ends without a byte and is not repeated.
  const withdrawQr = db.prepare(
    `UPDATE print_job SET
       state = CASE state WHEN 'sending' THEN state ELSE 'cancelled' END,
       expires_at_ms = CASE state WHEN 'sending' THEN 0 ELSE expires_at_ms END
     WHERE charge_id = ? AND document = 'qr-slip' AND ${OPEN}`,
  );
  const wakeUp = db.prepare(
    `UPDATE print_job SET
       state = CASE document WHEN '${DRAWER}' THEN 'cancelled' ELSE 'unknown' END,
       reason = 'TILL_ENDED'
     WHERE ${OPEN} AND state = 'sending'`,
  );
  return {
    put(job) {
      const document = job.request === null ? DRAWER : originalOf(job.request).document;
      const request = JSON.stringify(job.request);
      const target = JSON.stringify(job.target);
      const stamps = [job.createdAt, job.expiresAt] as const;
      put.run(
        job.id,
        document,
        job.chargeId,
        request,
        Buffer.from(job.bytes),
        job.profile,
        target,
        ...stamps,
      );
    },
    byId(id) {
      const row = byId.get(id);
      return row === undefined ? null : slipOf(row);
    },
    of: (chargeId, document) => of.all(chargeId, document).map(slipOf),
    ofClosing: (hash) => ofClosing.all(hash).map(slipOf),
    bytesOf: (id) => bytes.get(id)?.bytes ?? null,
    open: () => open.all().map(slipOf),
    queued: () =>
      queued.all().map((row) => (row.document === DRAWER ? { ...jobOf(row), request: null } : slipOf(row))),
    sending: (id) => void sending.run(id),
    again: (id, reason) => void again.run(reason, id),
    end: (id, state, reason, accepted) => void end.run(state, reason ?? null, accepted ?? null, id),
    withdrawQr: (chargeId) => void withdrawQr.run(chargeId),
    wakeUp: () => void wakeUp.run(),
  };
}

function slipOf(row: Row): PrintJob {
  return { ...jobOf(row), request: JSON.parse(row.request) as TicketRequest };
}

function jobOf(row: Row): Omit<DrawerJob, 'request'> {
  return {
    id: row.id,
    chargeId: row.charge_id,
    profile: row.profile,
    target: JSON.parse(row.target) as PrinterTarget,
    state: row.state,
    tries: row.tries,
    accepted: row.accepted_bytes,
    reason: row.reason as PrintReason | null,
    createdAt: epochMs(row.created_at_ms),
    expiresAt: row.expires_at_ms === null ? null : epochMs(row.expires_at_ms),
  };
}
