import { originalOf, type TicketRequest } from '../../shared/domain/ticket/context.ts';
import { HOUR, SECOND } from '../../shared/kernel/time.ts';
import type { Till } from '../../main/core/till.ts';
import type { PaperWords } from './actors/paper-hand.ts';
import type { ModelPrinter, Sheet } from './model/model-printer.ts';
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

export function createPaperWatcher(
  world: World,
  printer: ModelPrinter,
  words: PaperWords,
  claim: (holds: boolean, what: string) => void,
): PaperWatcher {
  const rowOf = new Map<Sheet, Row>();
  const rows = (till: Till): Row[] =>
    till.ledger.db.prepare<[], Row>('SELECT * FROM print_job ORDER BY id').all();
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
      // Two copies of one second are the same bytes: the one that is being sent is meant.
      const row = rows(till)
        .filter(({ bytes }) => bytes.equals(sheet.bytes))
        .sort((a, b) => Number(b.state === 'sending') - Number(a.state === 'sending'))[0];
      if (row === undefined) return claim(false, 'I11 something is printed that is not in the ledger');
      world.note(`printer gets ${nameOf(row)}`);
      const before = [...rowOf].filter(([{ taken }]) => taken > 0).map(([, printed]) => printed);
      const name = nameOf(row);
      claim(
        before.every(({ id }) => id !== row.id),
        `I12 ${name} comes out once more by itself`,
      );
      const copy = isCopy(sheet.bytes);
      claim(!copy || words.asked.has(row.id), `I12 ${name} is a copy that nobody asked for`);
      claim(
        copy ||
          row.document === 'refund' ||
          before.every((other) => subjectOf(other) !== subjectOf(row) || other.document !== row.document),
        `I12 ${name} comes out a second time and does not say so`,
      );
      const oldest = row.document === 'drawer' ? DRAWER_OLDEST : OLDEST;
      claim(till.clock.now() - row.created_at_ms <= oldest, `I13 ${name} comes out long after`);
      claim(row.document !== 'qr-slip' || isStillTrue(till, row), `I13 ${name} cannot be paid any more`);
      rowOf.set(sheet, row);
    },
    paid(till, chargeId) {
      const { automatic, drawer } = till.settings.get().printer ?? {};
      const has = (document: string): boolean =>
        rows(till).some((row) => row.charge_id === chargeId && row.document === document);
      const charge = chargeId.slice(-5);
      claim(automatic !== true || has('receipt'), `I11 ${charge} was paid and has no receipt`);
      claim(drawer !== true || has('drawer'), `I11 ${charge} was paid and no drawer opens`);
    },
    atRest(till) {
      const all = rows(till);
      for (const id of words.asked)
        claim(
          all.some((row) => row.id === id),
          `I11 slip ${id.slice(-5)} was promised and is gone`,
        );
      for (const row of all) {
        const sheets = printer.sheets.filter((sheet) => rowOf.get(sheet)?.id === row.id);
        const isOut = sheets.some(({ taken, printed, silent }) =>
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
