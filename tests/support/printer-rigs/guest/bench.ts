import type {
  PrinterTarget,
  PrinterTransport,
  SendOptions,
  SendOutcome,
} from '../../../../main/core/printing/transport-port.ts';
import { pollUntil } from '../../displays/poll-until.ts';
import type { DevicePrinter } from './device-printer.ts';
import type { Gadget } from './gadget.ts';

/** A cable with one of our transports at one end and a printer at the other. */
export interface Bench {
  readonly way: PrinterTransport;
  readonly target: PrinterTarget;
  readonly gadget: Gadget;
  readonly printer: DevicePrinter;
  readonly paper: Paper;
}

/** The slips, made on the host by the product's encoder. */
export interface Paper {
  /** A QR slip with a QR that the printer draws, and one with an image. */
  readonly native: Buffer;
  readonly raster: Buffer;
  /** Many drawn slips, more than any chip buffers. */
  readonly roll: Buffer;
  /** Every byte, including those that a terminal line would change or swallow. */
  readonly everyByte: Buffer;
}

/** An emulated machine answers slowly. The waits that a test causes are short. */
export const PATIENT: SendOptions = {
  dialect: 'dle',
  answerMs: 3_000,
  idleMs: 3_000,
  connectMs: 15_000,
  jobMs: 60_000,
};
export const SILENT: SendOptions = { ...PATIENT, dialect: 'none' };

/** The wait between two checks, and the longest time of any step, ms. */
const LOOK = { everyMs: 250, timeoutMs: 90_000 };

/** Returns bytes for a finding, which is JSON. */
export function asText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** Plugs the cable in, and waits until this end reports it. */
export async function plugIn({ way, target, gadget, printer }: Bench): Promise<void> {
  await gadget.plug();
  await printer.switchOn();
  await pollUntil(
    `${way.kind} sees the printer`,
    async () => {
      const found = await way.list();
      return found.some((each) => each.target.id === target.id) || undefined;
    },
    LOOK,
  );
}

/** Unplugs the cable, and waits until this end reports it. */
export async function pullOut({ way, target, gadget, printer }: Bench): Promise<void> {
  await printer.switchOff();
  await gadget.unplug();
  await pollUntil(
    `${way.kind} misses the printer`,
    async () => {
      const found = await way.list();
      return found.every((each) => each.target.id !== target.id) || undefined;
    },
    LOOK,
  );
}

/** Prints one more slip and returns the bytes before it: the rest of the job before, because a cable keeps its order. */
export async function printNext(bench: Bench): Promise<{ outcome: SendOutcome; before: Buffer }> {
  const { way, target, printer, paper } = bench;
  printer.stopsAfter = Infinity;
  const outcome = await way.send(target, paper.native, SILENT);
  const before = await pollUntil(
    'the next slip is received',
    async () => {
      const received = printer.received();
      const start = received.length - paper.native.length;
      return received.subarray(Math.max(0, start)).equals(paper.native)
        ? received.subarray(0, start)
        : undefined;
    },
    LOOK,
  );
  return { outcome, before };
}
