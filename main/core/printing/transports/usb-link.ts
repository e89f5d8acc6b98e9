import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Clock } from '../../../../shared/kernel/time.ts';
import type { Reason } from '../transport-port.ts';
import type { ByteLink, Fault } from './byte-link.ts';
import type { UsbDevice } from './usb-device.ts';
import { within } from './within.ts';

const PRINTER_CLASS = 7;
/** One packet at full speed. */
const ANSWER_BYTES = 64;
const NOTHING = new Uint8Array();

/** The interface of a printer and its two ways; printers that answer nothing have no way in. */
interface PrinterInterface {
  readonly number: number;
  readonly out: number;
  readonly in: number | undefined;
}

/** Reads the device's descriptors, which opens it: throws where the system denies that. */
export function printerInterfaceOf(device: UsbDevice): PrinterInterface | undefined {
  for (const { interfaceNumber, alternate } of device.configuration?.interfaces ?? []) {
    if (alternate.interfaceClass !== PRINTER_CLASS) continue;
    const bulk = alternate.endpoints.filter(({ type }) => type === 'bulk');
    const out = bulk.find(({ direction }) => direction === 'out');
    const back = bulk.find(({ direction }) => direction === 'in');
    if (out === undefined) continue;
    return { number: interfaceNumber, out: out.endpointNumber, in: back?.endpointNumber };
  }
  return undefined;
}

/** What the library's words mean: it has no codes, and names the system's as `errno 13`. */
const WORDS: readonly (readonly [RegExp, Reason])[] = [
  [/permission denied|errno 13\b|errno 1\b|access denied/i, 'NO_PERMISSION'],
  [/busy|errno 16\b/i, 'BUSY'],
  [/disconnected|fault|no such device|errno 19\b/i, 'UNPLUGGED'],
  [/cancelled|timed out|timeout/i, 'NO_PROGRESS'],
  [/not found/i, 'UNREACHABLE'],
  [/incompatible driver|not supported|unsupported/i, 'NO_DRIVER'],
];

/** An error of the library as a fault. */
export function usbFault(error: unknown, otherwise: Reason): Fault {
  const detail = error instanceof Error ? error.message : String(error);
  return { reason: WORDS.find(([words]) => words.test(detail))?.[1] ?? otherwise, detail };
}

/** Takes the printer from the system's driver and claims it; whatever fails is given back. */
export async function openUsbPrinter(
  clock: Clock,
  device: UsbDevice,
  connectMs: number,
): Promise<Result<ByteLink, Fault>> {
  const opening = open(device);
  const late: Result<ByteLink, Fault> = err({
    reason: 'BUSY',
    detail: `the system did not give the printer within ${connectMs} ms`,
  });
  const link = await within(clock, connectMs, opening, late);
  if (link === late) void opening.then(async (opened) => (opened.ok ? opened.value.abort() : undefined));
  return link;
}

async function open(device: UsbDevice): Promise<Result<ByteLink, Fault>> {
  let printer: PrinterInterface | undefined;
  try {
    printer = printerInterfaceOf(device);
    if (printer === undefined)
      return err({ reason: 'NO_DRIVER', detail: 'the device has no printer interface' });
    await device.open();
    // Rejects where no driver of the system holds it: elsewhere than on Linux, and after a job that was killed.
    await device.detachKernelDriver(printer.number).catch(ignored);
    await device.claimInterface(printer.number);
    return ok(createUsbLink(device, printer));
  } catch (error) {
    if (device.opened) await giveBack(device, printer);
    const fault = usbFault(error, 'NO_DRIVER');
    return err(fault.reason === 'UNPLUGGED' ? { ...fault, reason: 'UNREACHABLE' } : fault);
  }
}

const ignored = (): void => undefined;

/**
 * In this order: a device that is closed with a claim on it keeps that claim, and is busy for everyone. The system's
 * driver is called back also where it was not there before, for a job that was killed leaves the printer without one.
 */
async function giveBack(device: UsbDevice, printer: PrinterInterface | undefined): Promise<void> {
  if (printer !== undefined) {
    await device.releaseInterface(printer.number).catch(ignored);
    await device.attachKernelDriver(printer.number).catch(ignored);
  }
  await device.close().catch(ignored);
}

function createUsbLink(device: UsbDevice, printer: PrinterInterface): ByteLink {
  return {
    chunkBytes: 4096,
    countsArrivals: true,
    async write(chunk, idleMs) {
      try {
        await device.transferOut(printer.out, chunk, idleMs);
        return null;
      } catch (error) {
        // Whichever part of the system misses it first words it: a printer that was there and is not is unplugged.
        const fault = usbFault(error, 'UNPLUGGED');
        return fault.reason === 'UNREACHABLE' ? { ...fault, reason: 'UNPLUGGED' } : fault;
      }
    },
    async read(waitMs) {
      if (printer.in === undefined) return NOTHING;
      try {
        const { data } = await device.transferIn(printer.in, ANSWER_BYTES, Math.max(1, Math.ceil(waitMs)));
        return data === undefined ? NOTHING : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
      } catch {
        // Silence, or a printer that is gone: the next write says which.
        return NOTHING;
      }
    },
    async close() {
      await giveBack(device, printer);
      return null;
    },
    abort: async () => giveBack(device, printer),
  };
}
