import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Clock } from '../../../../shared/kernel/time.ts';
import type { Reason } from '../transport-port.ts';
import type { ByteLink, Fault } from './byte-link.ts';
import type { UsbDevice } from './usb-device.ts';
import { within } from './within.ts';

const PRINTER_CLASS = 7;
/** The bytes of one packet at full speed. */
const ANSWER_BYTES = 64;
const NOTHING = new Uint8Array();

/** The interface of a printer and its endpoints. A printer that never answers has no endpoint `in`. */
interface PrinterInterface {
  readonly number: number;
  readonly out: number;
  readonly in: number | undefined;
}

/** Returns the printer's interface. Reading the descriptors opens the device, and throws if the system denies that. */
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

/** Texts of the library and their meaning. It has no codes, and writes the system's as `errno 13`. */
const WORDS: readonly (readonly [RegExp, Reason])[] = [
  [/permission denied|errno 13\b|errno 1\b|access denied/i, 'NO_PERMISSION'],
  [/busy|errno 16\b/i, 'BUSY'],
  [/disconnected|fault|no such device|errno 19\b/i, 'UNPLUGGED'],
  [/cancelled|timed out|timeout/i, 'NO_PROGRESS'],
  [/not found/i, 'UNREACHABLE'],
  [/incompatible driver|not supported|unsupported/i, 'NO_DRIVER'],
];

/** Returns the fault of an error of the library. */
export function usbFault(error: unknown, otherwise: Reason): Fault {
  const detail = error instanceof Error ? error.message : String(error);
  return { reason: WORDS.find(([words]) => words.test(detail))?.[1] ?? otherwise, detail };
}

/** Takes the printer from the system's driver and claims it. If that fails, releases it. */
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
    // Rejects if no driver of the system holds it: on other systems than Linux, and after a killed job.
    await device.detachKernelDriver(printer.number).catch(ignored);
    await device.claimInterface(printer.number);
    return ok(createUsbLink(device, printer));
  } catch (error) {
    if (device.opened) await releaseDevice(device, printer);
    const fault = usbFault(error, 'NO_DRIVER');
    return err(fault.reason === 'UNPLUGGED' ? { ...fault, reason: 'UNREACHABLE' } : fault);
  }
}

const ignored = (): void => undefined;

/**
 * Releases the printer, in this order: a device that is closed with a claim keeps the claim and stays busy. The system's driver
 * is attached again also if it was not attached before, because a killed job leaves the printer without one.
 */
async function releaseDevice(device: UsbDevice, printer: PrinterInterface | undefined): Promise<void> {
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
        // Several parts of the system can report a missing printer, each with its own text. A printer that was there is
        // unplugged.
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
        // The printer is silent or gone. The next write shows which.
        return NOTHING;
      }
    },
    async close() {
      await releaseDevice(device, printer);
      return null;
    },
    abort: async () => releaseDevice(device, printer),
  };
}
