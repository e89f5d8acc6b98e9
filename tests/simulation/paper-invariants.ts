import { originalOf, type TicketRequest } from '../../shared/domain/ticket/context.ts';
import { HOUR, SECOND } from '../../shared/kernel/time.ts';
import type { Till } from '../../main/core/till/till.ts';
import type { PaperWords } from './actors/paper-hand.ts';
import type { Sheet } from './model/model-printer.ts';
import { isCopy } from '../support/printers/printed-lines.ts';
import type { World } from './world.ts';

/** How old a slip may be that comes out unasked, ms. */
const OLDEST = 2 * HOUR;
/** How long after the payment a drawer may open, ms. */
const DRAWER_OLDEST = 10 * SECOND;

/** What the till may put aside by itself, since it is of no use any more. */
const TRANSIENT = ['qr-slip', 'drawer'];

interface Row {
  readonly id: string;
  readonly document: string;
  readonly charge_id: string | null;
  readonly request: string;
  readonly bytes: Buffer;
  readonly state: string;
  readonly created_at_ms: number;
  readonly expires_at_ms: number | null;
}

/** What must never be of paper: I11 to I13, from what came to the printer and what the ledger's file says. */
export interface PaperWatcher {
  /** A job is handed over: its first byte has not left. */
  sent(till: Till, sheet: Sheet): void;
  /** A payment in time was written just now. */
  paid(till: Till, chargeId: string): void;
  atRest(till: Till): void;
}

/** What a slip is about: a charge, or what it says of a shift. */
function subjectOf({ charge_id, request }: Row): string {
  return charge_id ?? JSON.stringify(originalOf(JSON.parse(request) as TicketRequest));
}

/** Bytes that the printer took may be on paper. */
function isAnyTaken(sheets: readonly Sheet[] | undefined): boolean {
  return sheets?.some(({ taken }) => taken > 0) ?? false;
}

export function createPaperWatcher(
  world: World,
  words: PaperWords,
  claim: (holds: boolean, what: string) => void,
): PaperWatcher {
  /** What came to the printer, by job and by subject: a long story prints thousands of slips. */
  const sheetsOf = new Map<string, Sheet[]>();
  const sheetsAbout = new Map<string, Sheet[]>();
  const add = (sheets: Map<string, Sheet[]>, key: string, sheet: Sheet): void => {
    const known = sheets.get(key);
    if (known === undefined) sheets.set(key, [sheet]);
    else known.push(sheet);
  };
  const all = (till: Till): Row[] =>
    till.ledger.db.prepare<[], Row>('SELECT * FROM print_job ORDER BY id').all();
  // The list of states is the one of the index print_job_open, which SQLite uses for these very words only.
  const sending = (till: Till): Row[] =>
    till.ledger.db
      .prepare<[], Row>(
        `SELECT * FROM print_job WHERE state IN ('queued', 'sending', 'held', 'unknown') AND state = 'sending'`,
      )
      .all();
  const documentsOf = (till: Till, chargeId: string): string[] =>
    till.ledger.db
      .prepare<[string], string>('SELECT document FROM print_job WHERE charge_id = ?')
      .pluck()
      .all(chargeId);
  /** The job of a sheet. Two copies of one second are the same bytes: the one that is being sent is meant. */
  const rowOf = (till: Till, { bytes }: Sheet): Row | undefined => {
    const isIt = (row: Row): boolean => row.bytes.equals(bytes);
    return sending(till).find(isIt) ?? all(till).find(isIt);
  };
  const nameOf = ({ id, document }: Row): string => `${document} ${id.slice(-5)}`;

  const isStillTrue = (till: Till, row: Row): boolean => {
    const charge = row.charge_id === null ? null : till.ledger.charges.byId(row.charge_id);
    const request = JSON.parse(row.request) as TicketRequest;
    const slip = originalOf(request);
    if (slip.document !== 'qr-slip' || charge === null) return false;
    const { brCode, deadlineAt } = slip.charge;
    return charge.status === 'pending' && charge.brCode === brCode && till.clock.now() < (deadlineAt ?? 0);
  };

  return {
    sent(till, sheet) {
      const row = rowOf(till, sheet);
      if (row === undefined) return claim(false, 'I11 something is printed that is not in the ledger');
      world.note(`printer gets ${nameOf(row)}`);
      const name = nameOf(row);
      const subject = `${row.document} ${subjectOf(row)}`;
      claim(!isAnyTaken(sheetsOf.get(row.id)), `I12 ${name} comes out once more by itself`);
      const copy = isCopy(sheet.bytes);
      claim(!copy || words.asked.has(row.id), `I12 ${name} is a copy that nobody asked for`);
      claim(
        copy || row.document === 'refund' || !isAnyTaken(sheetsAbout.get(subject)),
        `I12 ${name} comes out a second time and does not say so`,
      );
      const oldest = row.document === 'drawer' ? DRAWER_OLDEST : OLDEST;
      claim(till.clock.now() - row.created_at_ms <= oldest, `I13 ${name} comes out long after`);
      claim(row.document !== 'qr-slip' || isStillTrue(till, row), `I13 ${name} cannot be paid any more`);
      add(sheetsOf, row.id, sheet);
      add(sheetsAbout, subject, sheet);
    },
    paid(till, chargeId) {
      const { automatic, drawer } = till.settings.get().printer ?? {};
      const documents = documentsOf(till, chargeId);
      const charge = chargeId.slice(-5);
      claim(automatic !== true || documents.includes('receipt'), `I11 ${charge} was paid and has no receipt`);
      claim(drawer !== true || documents.includes('drawer'), `I11 ${charge} was paid and no drawer opens`);
    },
    atRest(till) {
      const rows = all(till);
      const ids = new Set(rows.map(({ id }) => id));
      for (const id of words.asked) claim(ids.has(id), `I11 slip ${id.slice(-5)} was promised and is gone`);
      for (const row of rows) {
        const isOut = (sheetsOf.get(row.id) ?? []).some(({ taken, printed, silent }) =>
          silent ? taken === row.bytes.length : printed === row.bytes.length,
        );
        if (row.state === 'delivered')
          claim(isOut || words.cameOut.has(row.id), `I11 ${nameOf(row)} is called printed and is not`);
        else
          claim(
            row.state === 'cancelled' && (words.dropped.has(row.id) || TRANSIENT.includes(row.document)),
            `I11 ${nameOf(row)} is ${row.state} at rest`,
          );
      }
    },
  };
}
