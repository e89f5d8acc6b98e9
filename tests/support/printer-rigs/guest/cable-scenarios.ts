import type { SendOutcome, StatusReply } from '../../../../main/core/printing/transport-port.ts';
import type { PrinterState } from '../../printers/printer-firmware.ts';
import { asText, PATIENT, plugIn, printNext, pullOut, SILENT, type Bench } from './bench.ts';

/** The bytes that a printer prints before it stops, in the middle of a slip and of a chunk. */
const STOPS_AFTER = 10_000;

/** The printer that is asked before and after its bytes, and the one that only gets bytes. */
const JOBS = [
  ['native', PATIENT],
  ['raster', SILENT],
  ['everyByte', SILENT],
] as const;

const OBSTACLES = [{ paper: 'out' }, { cover: 'open' }] as const;

/** The scenarios of each cable, in this order. A test with the scenario's name checks its result on the host. */
export const cableScenarios = {
  discovery: async ({ way }: Bench) => way.list(),

  async slips({ way, target, printer, paper }: Bench) {
    const slips = [];
    for (const [name, options] of JOBS) {
      printer.renew();
      const outcome = await way.send(target, paper[name], options);
      await printer.hasPrinted(paper[name].length);
      const [printed, received] = [asText(printer.printed()), asText(printer.received())];
      slips.push({ name, outcome, printed, received });
    }
    return slips;
  },

  async states({ way, target, printer, paper }: Bench) {
    const said: { state: Partial<PrinterState>; reply: StatusReply }[] = [];
    for (const state of [{}, { paper: 'near-end' }, ...OBSTACLES] as const) {
      printer.renew();
      Object.assign(printer.state, state);
      said.push({ state, reply: await way.status(target, PATIENT) });
    }
    const jobs: { state: Partial<PrinterState>; outcome: SendOutcome; printed: number }[] = [];
    for (const state of OBSTACLES) {
      printer.renew();
      Object.assign(printer.state, state);
      const outcome = await way.send(target, paper.native, PATIENT);
      jobs.push({ state, outcome, printed: printer.printed().length });
    }
    return { said, jobs };
  },

  async paperEnds({ way, target, printer, paper }: Bench) {
    printer.renew();
    printer.paperEndsAfter = paper.native.length / 2;
    const outcome = await way.send(target, paper.native, PATIENT);
    return { outcome, printed: printer.printed().length };
  },

  /** A printer that stops and continues later. The bytes that it reads then show how much of the roll had arrived. */
  async stall(bench: Bench) {
    const { way, target, printer, paper } = bench;
    printer.renew();
    printer.stopsAfter = STOPS_AFTER;
    const outcome = await way.send(target, paper.roll, SILENT);
    const next = await printNext(bench);
    return { outcome, arrived: asText(next.before), next: next.outcome };
  },

  /** The cable is unplugged while the printer has stopped in the middle of a job. */
  async unplugged(bench: Bench) {
    const { way, target, printer, paper } = bench;
    printer.renew();
    printer.stopsAfter = STOPS_AFTER;
    const sending = way.send(target, paper.roll, { ...SILENT, idleMs: 30_000 });
    await printer.hasPrinted(STOPS_AFTER);
    const read = asText(printer.received());
    await pullOut(bench);
    return { outcome: await sending, read, next: await way.send(target, paper.native, SILENT) };
  },

  async replugged(bench: Bench) {
    const { way, target, printer, paper } = bench;
    printer.renew();
    await plugIn(bench);
    const outcome = await way.send(target, paper.native, PATIENT);
    return { found: await way.list(), outcome, printed: asText(printer.printed()) };
  },
};

export type CableFindings = {
  [Name in keyof typeof cableScenarios]: Awaited<ReturnType<(typeof cableScenarios)[Name]>>;
};
