import type { Database } from 'better-sqlite3';
import type { PrintState } from '../../../shared/domain/printer/print-state.ts';
import { originalOf, type TicketRequest } from '../../../shared/domain/ticket/context.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import type { PrinterTarget } from '../printing/transport-port.ts';
import type { DrawerJob, NewJob, PrintJob, PrintReason } from './print-job.ts';

/** The rows of the print queue. Each call is durable when it returns, alone or with the transaction around it. */
export interface PrintJobStore {
  put(job: NewJob): void;
  /** The slip with this id. */
  byId(id: string): PrintJob | null;
  /** All slips of one kind about a charge, the oldest first. */
  of(chargeId: string, document: string): PrintJob[];
  bytesOf(id: string): Uint8Array | null;
  /** Slips that are not at their end, the oldest first. */
  open(): PrintJob[];
  /** What is to be sent, in its order: whoever waits at a drawer waits for no paper. */
  queued(): (PrintJob | DrawerJob)[];
  /** Bytes are about to leave: until the outcome is written nobody knows what is on the paper. */
  sending(id: string): void;
  /** Nothing left: it waits for another try. */
  again(id: string, reason: PrintReason): void;
  end(
    id: string,
    state: Exclude<PrintState, 'queued' | 'sending'>,
    reason?: PrintReason,
    accepted?: number,
  ): void;
  /** QR slips of a charge whose QR may not be paid any more: those that have not left are not wanted, nor tried again. */
  withdrawQr(chargeId: string): void;
  /** What was being sent when the till ended. */
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
/** What stands in the column `document` of a drawer's. */
const DRAWER = 'drawer';
const OPEN = `state IN ('queued', 'sending', 'held', 'unknown')`;

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
  // One that is being sent is out, or ends its try without a byte and must not get another.
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
