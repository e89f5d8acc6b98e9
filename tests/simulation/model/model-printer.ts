import { err, ok } from '../../../shared/kernel/result.ts';
import type { Clock } from '../../../shared/kernel/time.ts';
import type { Printers, PrinterTransport } from '../../../main/core/printing/transport-port.ts';
import type { ByteLink, Fault, OpenLink } from '../../../main/core/printing/transports/byte-link.ts';
import { answerInTime } from '../../../main/core/printing/transports/answer-in-time.ts';
import { joinTransports } from '../../../main/core/printing/transports/create-printers.ts';
import { createInbox } from '../../../main/core/printing/transports/inbox.ts';
import { createLinkTransport } from '../../../main/core/printing/transports/link-transport.ts';
import type { SeededRandom } from '../../../build/run/seeded-random.ts';
import type { VirtualTime } from '../virtual-time.ts';

/** What is wrong with the printer, and how fast it is. */
export interface PrinterTemper {
  readonly off: boolean;
  readonly paper: 'ok' | 'out';
  readonly cover: 'closed' | 'open';
  /** Prints, and answers nothing. */
  readonly silent: boolean;
  /** Probability that a piece of a job is its last: the line breaks, the paper ends, or nothing is taken any more. */
  readonly breaks: number;
  readonly stops: number;
  readonly paperEnds: number;
  /** Probability that a call to its print service does not return until a person mends it. */
  readonly hangs: number;
  /** The longest that a piece takes, ms. */
  readonly slowest: number;
}

export const WELL_TEMPERED: PrinterTemper = {
  off: false,
  paper: 'ok',
  cover: 'closed',
  silent: false,
  breaks: 0,
  stops: 0,
  paperEnds: 0,
  hangs: 0,
  slowest: 300,
};

/** One job as it came to the printer, whatever the till came to know of it. */
export interface Sheet {
  /** All that the till meant to send. */
  readonly bytes: Uint8Array;
  /** Bytes that the printer took, and of those the ones on paper; it keeps the rest while it cannot print. */
  taken: number;
  printed: number;
  /** It said nothing of itself during the job. */
  readonly silent: boolean;
}

/** The truth about a printer: what came out of it, and how it is. Spoken to as one in the network. */
export interface ModelPrinter {
  readonly sheets: readonly Sheet[];
  temper: PrinterTemper;
  /** What a person does about it: new paper, the cover closed, the switch. What it kept comes out, or is gone. */
  heal(): void;
  /** The way of one life of a till to it. `sent` is told each job as it is handed over, before its first byte. */
  connect(clock: Clock, isAlive: () => boolean, sent: (sheet: Sheet) => void): Printers;
}

/** Bytes of a piece: a slip is several, so that a job can end between two of them. */
const PIECE = 200;
const REFUSED: Fault = { reason: 'UNREACHABLE', detail: 'ECONNREFUSED' };
const RESET: Fault = { reason: 'UNPLUGGED', detail: 'ECONNRESET' };
const RESTARTED: Fault = { reason: 'NO_DRIVER', detail: 'the print service was restarted' };
const DLE = 0x10;
const GS = 0x1d;

export function createModelPrinter(time: VirtualTime, random: SeededRandom): ModelPrinter {
  const sheets: Sheet[] = [];
  const wait = (ms: number): Promise<void> => new Promise((resolve) => time.after(ms, resolve));
  let mended = Promise.withResolvers<void>();

  const canPrint = (): boolean => printer.temper.paper === 'ok' && printer.temper.cover === 'closed';

  /** DLE EOT n, as an Epson TM-T20 answers it. */
  const realTimeStatus = (n: number): number => {
    const [out, open] = [printer.temper.paper === 'out', printer.temper.cover === 'open'];
    if (n === 1) return canPrint() ? 0x12 : 0x1a;
    if (n === 2) return 0x12 | (open ? 0x04 : 0) | (out ? 0x20 : 0);
    return n === 4 && out ? 0x7e : 0x12;
  };

  /** What it answers to a question; nothing to what is none. */
  const answerTo = ([first, second, n]: Uint8Array): number | null => {
    if (first === DLE && second === 0x04) return realTimeStatus(n ?? 0);
    return first === GS && second === 0x72 && canPrint() ? 0x00 : null;
  };
  const isQuestion = (bytes: Uint8Array): boolean =>
    bytes.length === 3 && ((bytes[0] === DLE && bytes[1] === 0x04) || (bytes[0] === GS && bytes[1] === 0x72));

  const take = (sheet: Sheet, count: number): void => {
    sheet.taken += count;
    if (canPrint()) sheet.printed = sheet.taken;
  };

  const isHanging = (): boolean => printer.temper.hangs > 0 && random.chance(printer.temper.hangs);

  const hold = (sheet: Sheet, clock: Clock, isAlive: () => boolean): ByteLink => {
    const inbox = createInbox(clock);
    const never = new Promise<never>(() => undefined);
    const alive = <T>(value: T): T | Promise<never> => (isAlive() ? value : never);
    let broken: Fault | null = null;

    const takePiece = async (piece: Uint8Array, idleMs: number): Promise<Fault | null> => {
      // What a dying till has handed to the system arrives, and comes out.
      await wait(random.between(1, printer.temper.slowest));
      const { breaks, stops, paperEnds } = printer.temper;
      if (printer.temper.off || random.chance(breaks)) {
        broken = RESET;
        take(sheet, random.between(0, piece.length));
      } else if (random.chance(stops)) {
        take(sheet, random.between(0, piece.length));
        await wait(idleMs);
        return { reason: 'NO_PROGRESS', detail: 'no byte was taken' };
      } else if (random.chance(paperEnds)) {
        const before = random.between(0, piece.length);
        take(sheet, before);
        printer.temper = { ...printer.temper, paper: 'out' };
        take(sheet, piece.length - before);
      } else take(sheet, piece.length);
      return broken;
    };

    return {
      chunkBytes: PIECE,
      countsArrivals: false,
      async write(chunk, idleMs) {
        if (broken !== null) return alive(broken);
        if (!isQuestion(chunk)) return alive(await takePiece(chunk, idleMs));
        const answer = answerTo(chunk);
        if (answer !== null && !sheet.silent) inbox.put(Uint8Array.of(answer));
        return null;
      },
      read: async (waitMs) => alive(await inbox.take(waitMs)),
      close: async () => broken,
      abort: async () => undefined,
    };
  };

  const wayTo = (sheet: Sheet, clock: Clock, isAlive: () => boolean) => {
    const open: OpenLink = async (_, connectMs) => {
      // Nobody there, or an address that says nothing at all.
      if (printer.temper.off && random.chance(0.5)) await wait(connectMs);
      return printer.temper.off ? err(REFUSED) : ok(hold(sheet, clock, isAlive));
    };
    return createLinkTransport(clock, 'tcp9100', async () => [], open);
  };
  const sheetFor = (bytes: Uint8Array): Sheet => ({
    bytes,
    taken: 0,
    printed: 0,
    silent: printer.temper.silent,
  });

  const printer: ModelPrinter = {
    sheets,
    temper: WELL_TEMPERED,
    heal() {
      printer.temper = WELL_TEMPERED;
      mended.resolve();
      mended = Promise.withResolvers();
      for (const sheet of sheets)
        if (sheet.taken > sheet.printed && random.chance(0.5)) sheet.printed = sheet.taken;
    },
    connect(clock, isAlive, sent) {
      /** Resolves when a person has mended the service. Never for a till that has died meanwhile. */
      const hang = async (): Promise<void> => {
        await mended.promise;
        if (!isAlive()) await new Promise<never>(() => undefined);
      };
      const transport: PrinterTransport = {
        kind: 'tcp9100',
        list: async () => [],
        async status(target, options) {
          if (isHanging()) {
            await hang();
            return { kind: 'unreachable', ...RESTARTED };
          }
          return wayTo(sheetFor(new Uint8Array()), clock, isAlive).status(target, options);
        },
        async send(target, bytes, options) {
          const sheet = sheetFor(bytes);
          sheets.push(sheet);
          sent(sheet);
          if (isHanging()) {
            take(sheet, random.between(0, bytes.length));
            await hang();
            return { kind: 'partial', accepted: 0, maybe: bytes.length, ...RESTARTED };
          }
          return wayTo(sheet, clock, isAlive).send(target, bytes, options);
        },
      };
      return joinTransports([answerInTime(clock, transport)]);
    },
  };
  return printer;
}
