import { storageErrorCode } from '../../../main/core/ledger/storage-error.ts';
import type { PrintJob } from '../../../main/core/printing/queue/print-job.ts';
import type { Till } from '../../../main/core/till/till.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { isAsking } from '../../../shared/domain/printer/print-state.ts';
import type { ModelPrinter } from '../model/model-printer.ts';
import type { Act, SlipWord } from '../story/story.ts';
import type { World } from '../world.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

/** What the cashier has said about slips, by the job's id. */
export interface PaperWords {
  /** Asked for by a person: the only ones that may be second copies. */
  readonly asked: Set<string>;
  readonly cameOut: Set<string>;
  /** Given up, or replaced by another one. */
  readonly dropped: Set<string>;
}

/** The cashier's other hand, on the printer. */
export interface PaperHand {
  readonly words: PaperWords;
  act(act: Extract<Act, { do: 'print' | 'answer-slip' }>): void;
  /** Answers every question of the printer's. True when no slip waits any more. */
  wrapUp(): boolean;
}

export function createPaperHand(world: World, printer: ModelPrinter): PaperHand {
  const { paper: random } = world.chances;
  const words: PaperWords = { asked: new Set(), cameOut: new Set(), dropped: new Set() };

  /** A disk that takes nothing is an answer, as the cashier's window has it. */
  const ask = (what: string, doIt: () => Result<PrintJob, string>): string | null => {
    try {
      const asked = doIt();
      world.note(`cashier ${what}: ${asked.ok ? `slip ${asked.value.id.slice(-5)}` : asked.error}`);
      return asked.ok ? asked.value.id : null;
    } catch (error) {
      if (storageErrorCode(error) === null) throw error;
      world.note(`cashier ${what}: storage-failed`);
      return null;
    }
  };

  const print = (till: Till, { slip }: Extract<Act, { do: 'print' }>): void => {
    const { charges } = till.ledger;
    const charge = slip === 'qr-slip' ? charges.waiting() : charges.newest();
    if (charge === null) return;
    const who = till.shifts.open()?.operatorId ?? 'marta';
    const id = ask(`prints the ${slip} of ${charge.id.slice(-5)}`, () =>
      till.printing.desk.print(charge.id, slip, byWindow(who)),
    );
    if (id !== null) words.asked.add(id);
  };

  const isWhole = ({ ledger }: Till, id: string): boolean => {
    const bytes = ledger.db
      .prepare<[string], { bytes: Buffer }>('SELECT bytes FROM print_job WHERE id = ?')
      .get(id)?.bytes;
    return printer.sheets.some(
      (sheet) => bytes?.equals(sheet.bytes) === true && sheet.printed === bytes.length,
    );
  };

  const say = ({ printing: { desk } }: Till, { id }: PrintJob, word: SlipWord): void => {
    const about = id.slice(-5);
    if (word === 'came-out') {
      if (ask(`says that ${about} came out`, () => desk.cameOut(id)) !== null) words.cameOut.add(id);
    } else if (word === 'again') {
      const again = ask(`prints ${about} again`, () => desk.reprint(id));
      if (again === null) return;
      words.asked.add(again);
      words.dropped.add(id);
    } else if (ask(`drops ${about}`, () => desk.discard(id)) !== null) words.dropped.add(id);
  };

  const asking = (till: Till): PrintJob[] => till.printing.open().filter(isAsking);

  return {
    words,
    act: (act) =>
      void world.act((till) => {
        if (act.do === 'print') return print(till, act);
        const [oldest] = asking(till);
        if (oldest !== undefined) say(till, oldest, isWhole(till, oldest.id) ? act.whole : act.otherwise);
      }),
    wrapUp() {
      const left = world.act((till) => {
        for (const job of asking(till)) {
          const other = random.chance(0.6) ? 'again' : 'drop';
          const cameOut = random.chance(isWhole(till, job.id) ? 0.8 : 0.1);
          say(till, job, cameOut ? 'came-out' : other);
        }
        return till.printing.open().length;
      });
      return left === 0;
    },
  };
}
