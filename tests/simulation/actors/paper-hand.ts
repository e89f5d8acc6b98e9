import { storageErrorCode } from '../../../main/core/ledger/storage-error.ts';
import type { Slip } from '../../../main/core/slip-request.ts';
import type { PrintJob } from '../../../main/core/print-queue/print-job.ts';
import type { Till } from '../../../main/core/till.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { isAsking } from '../../../shared/domain/printer/print-state.ts';
import { HOUR } from '../../../shared/kernel/time.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { WELL_TEMPERED, type ModelPrinter, type PrinterTemper } from '../model/model-printer.ts';
import type { World } from '../world.ts';

/** What the cashier has said about slips, by the job's id. */
export interface PaperWords {
  /** Asked for by a person: the only ones that may be second copies. */
  readonly asked: Set<string>;
  readonly cameOut: Set<string>;
  /** Given up, or replaced by another one. */
  readonly dropped: Set<string>;
}

/** The cashier's other hand, on the printer: prints, says what came out, prints again, walks away. */
export interface PaperHand {
  readonly words: PaperWords;
  /** Something happens to the printer, perhaps. */
  trouble(): void;
  step(): void;
  /** Answers every question of the printer's. True when no slip waits any more. */
  wrapUp(): boolean;
}

const ACTOR = 'ana';
const NIGHT = 12 * HOUR;
const SLIPS: readonly Slip[] = ['receipt', 'receipt', 'cancel'];

export function createPaperHand(world: World, printer: ModelPrinter, random: SeededRandom): PaperHand {
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

  const print = ({ printing: { desk } }: Till, chargeId: string, slip: Slip): void => {
    const id = ask(`prints the ${slip} of ${chargeId.slice(-5)}`, () => desk.print(chargeId, slip, ACTOR));
    if (id !== null) words.asked.add(id);
  };

  /** Looks at what lies in the printer, and mostly says what is there. */
  const answer = ({ printing: { desk }, ledger }: Till, { id }: PrintJob): void => {
    const bytes = ledger.db
      .prepare<[string], { bytes: Buffer }>('SELECT bytes FROM print_job WHERE id = ?')
      .get(id)?.bytes;
    const isWhole = printer.sheets.some(
      (sheet) => bytes?.equals(sheet.bytes) === true && sheet.printed === bytes.length,
    );
    const about = id.slice(-5);
    if (random.chance(isWhole ? 0.8 : 0.1)) {
      if (ask(`says that ${about} came out`, () => desk.cameOut(id)) !== null) words.cameOut.add(id);
    } else if (random.chance(0.6)) {
      const again = ask(`prints ${about} again`, () => desk.reprint(id));
      if (again === null) return;
      words.asked.add(again);
      words.dropped.add(id);
    } else if (ask(`drops ${about}`, () => desk.discard(id)) !== null) words.dropped.add(id);
  };

  /** The printer is switched off, whatever waits for it, and the machine sleeps. */
  const sleepOverNight = (): void => {
    printer.temper = { ...WELL_TEMPERED, off: true };
    world.wall.offset += NIGHT;
    world.note('a night goes by');
  };

  const asking = (till: Till): PrintJob[] => till.printing.open().filter(isAsking);

  return {
    words,
    trouble() {
      if (random.chance(0.02)) sleepOverNight();
      if (!random.chance(0.3)) return;
      if (random.chance(0.5)) printer.heal();
      else printer.temper = randomTemper(random);
    },
    step: () =>
      void world.act((till) => {
        const [oldest] = asking(till);
        if (oldest !== undefined && random.chance(0.4)) answer(till, oldest);
        const current = till.ledger.charges.waiting(till.settings.get().tillName);
        if (current?.status === 'pending' && random.chance(0.4)) print(till, current.id, 'qr-slip');
        const newest = till.ledger.charges.newest();
        if (newest !== null && random.chance(0.3)) print(till, newest.id, random.pick(SLIPS));
      }),
    wrapUp() {
      const left = world.act((till) => {
        for (const job of asking(till)) answer(till, job);
        return till.printing.open().length;
      });
      return left === 0;
    },
  };
}

function randomTemper(random: SeededRandom): PrinterTemper {
  if (random.chance(0.4)) return { ...WELL_TEMPERED, off: true };
  return {
    off: false,
    paper: random.chance(0.2) ? 'out' : 'ok',
    cover: random.chance(0.2) ? 'open' : 'closed',
    silent: random.chance(0.3),
    breaks: random.pick([0, 0.1, 0.3]),
    stops: random.pick([0, 0, 0.2]),
    paperEnds: random.pick([0, 0.1]),
    slowest: random.pick([20, 300, 3_000]),
  };
}
