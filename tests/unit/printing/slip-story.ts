import { isAsking } from '../../../shared/domain/printer/print-state.ts';
import { HOUR, SECOND } from '../../../shared/kernel/time.ts';
import type { PrintJob } from '../../../main/core/printing/queue/print-job.ts';
import type { SendOutcome } from '../../../main/core/printing/transport-port.ts';
import { isCopy } from '../../support/printers/printed-lines.ts';
import { CUT_OFF, DELIVERED, UNREACHABLE } from '../../support/printers/scripted-printers.ts';
import type { TestTill } from '../charges/setup-till.ts';
import type { setUpPrinting } from './printing-shop.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

/** What becomes of the jobs that a printer is given from now on. `stuck`: no outcome before the till ends. */
export type Temper = 'well' | 'off' | 'cut' | 'stuck';
/** What a person does about a job in doubt. */
export type Answer = 'reprint' | 'cameOut' | 'discard';

/** One thing that happens to the slips of one document. */
export type Step =
  | { readonly do: 'ask' }
  | { readonly do: 'temper'; readonly temper: Temper }
  | { readonly do: 'answer'; readonly answer: Answer; readonly which: number }
  | { readonly do: 'restart' }
  | { readonly do: 'change-printer'; readonly which: number }
  | { readonly do: 'wait'; readonly ms: number };

/** Long enough for a slip in the queue to get too old, ms. */
export const TOO_LONG = 2 * HOUR + 40 * SECOND;

const OUTCOMES: Readonly<Record<Exclude<Temper, 'stuck'>, SendOutcome>> = {
  well: DELIVERED,
  off: UNREACHABLE,
  cut: CUT_OFF,
};

/** One piece of paper, or a claim of one, in the order of appearance. */
export interface Sheet {
  readonly marked: boolean;
  /** False: a person said so, and no byte of it was sent. */
  readonly sent: boolean;
}

export type PrintingShop = Awaited<ReturnType<typeof setUpPrinting>>;

/** Plays the steps on a real desk and queue with one slip. Returns the paper that may be there. */
export async function playSlips(
  { shop, printers }: PrintingShop,
  ask: (shop: TestTill) => unknown,
  steps: readonly Step[],
): Promise<readonly Sheet[]> {
  const sheets: Sheet[] = [];
  const { printer } = shop.till.settings.get();
  if (printer === null) throw new Error('no printer is set up');
  let temper: Temper = 'well';
  printers.send = (_target, bytes) => {
    const now = temper;
    if (now !== 'off') sheets.push({ marked: isCopy(bytes), sent: true });
    return now === 'stuck' ? new Promise(() => undefined) : Promise.resolve(OUTCOMES[now]);
  };
  const asking = (): PrintJob[] => shop.till.printing.open().filter(isAsking);
  /** Bytes of a job that was never sent are on no paper, but the word of a person counts for the next one. */
  const hear = (job: PrintJob, answer: Answer): void => {
    const told = shop.till.printing.desk[answer](job.id);
    if (told.ok && answer === 'cameOut')
      sheets.push({ marked: job.request.document === 'copy', sent: false });
  };

  for (const step of steps) {
    if (step.do === 'ask') ask(shop);
    else if (step.do === 'temper') temper = step.temper;
    else if (step.do === 'wait') await shop.clock.advance(step.ms);
    else if (step.do === 'change-printer') {
      const id = `192.168.0.${50 + step.which}:9100`;
      await shop.till.printing.configure({ ...printer, target: { kind: 'tcp9100', id } }, byWindow('marta'));
    } else if (step.do === 'answer') {
      const jobs = asking();
      const job = jobs[step.which % Math.max(jobs.length, 1)];
      if (job !== undefined) hear(job, step.answer);
    } else {
      shop.crash();
      shop.start();
      await shop.till.printing.load();
    }
    // Ids of one millisecond may be the same where chance is scripted.
    await shop.clock.advance(1);
  }
  temper = 'well';
  await shop.clock.advance(40 * SECOND);
  return sheets;
}
