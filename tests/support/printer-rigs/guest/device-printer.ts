import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from '../../../../main/core/printing/transports/fault-of.ts';
import { pollUntil } from '../../displays/poll-until.ts';
import {
  canPrint,
  createPrinterFirmware,
  HEALTHY_PRINTER,
  type PrinterOutlets,
  type PrinterState,
} from '../../printers/printer-firmware.ts';

/**
 * Two buffers of the kernel's printer, which are all that it has (q_len). They are always emptied: the kernel does not release
 * a buffer that was read in part, and crashes after the cable was unplugged (f_printer.c of Linux 6.1, current_rx_req).
 */
const ALL_BYTES = 2 * 8192;
/** The wait between two reads of a silent cable, ms. */
const POLL_MS = 10;

/** The printer at the device's end of a USB cable. */
export interface DevicePrinter {
  readonly state: PrinterState;
  /** Each counts the bytes since the last `renew`. After them it stops reading, or its paper ends. */
  stopsAfter: number;
  paperEndsAfter: number;
  /** The printed bytes, without the status questions. */
  printed(): Buffer;
  /** All bytes of the cable. */
  received(): Buffer;
  hasPrinted(count: number): Promise<void>;
  /** Clears all faults and puts in a new roll. */
  renew(): void;
  switchOn(): Promise<void>;
  switchOff(): Promise<void>;
}

/** A printer at a device file. The bytes that its USB chip took and it did not read yet wait in the kernel. */
export function createDevicePrinter(path: string, kind: 'printer' | 'terminal'): DevicePrinter {
  const received: Buffer[] = [];
  let paper: number[] = [];
  let taken = 0;
  let fd = -1;
  let atWork: Promise<void> | undefined;

  const printer: DevicePrinter = {
    state: { ...HEALTHY_PRINTER },
    stopsAfter: Infinity,
    paperEndsAfter: Infinity,
    printed: () => Buffer.from(paper),
    received: () => Buffer.concat(received),
    async hasPrinted(count) {
      await pollUntil(`${count} bytes are printed`, async () => paper.length >= count || undefined, {
        timeoutMs: 90_000,
      });
    },
    renew() {
      Object.assign(printer.state, HEALTHY_PRINTER);
      Object.assign(printer, { stopsAfter: Infinity, paperEndsAfter: Infinity });
      received.length = 0;
      paper = [];
      taken = 0;
    },
    async switchOn() {
      fd = await pollUntil(`${path} is there`, async () => openDevice(path));
      if (kind === 'terminal') prepareLine(path);
      atWork = work();
    },
    async switchOff() {
      const closing = fd;
      fd = -1;
      await atWork;
      closeSync(closing);
    },
  };

  const outlets: PrinterOutlets = {
    answer: (byte) => void writeSync(fd, Uint8Array.of(byte)),
    print(byte) {
      if (canPrint(printer.state)) paper.push(byte);
      taken += 1;
      if (taken >= printer.paperEndsAfter) printer.state.paper = 'out';
      return taken < printer.stopsAfter;
    },
  };

  const work = async (): Promise<void> => {
    const firmware = createPrinterFirmware(printer.state, outlets);
    while (fd !== -1) {
      const bytes = taken < printer.stopsAfter ? readNow(fd) : undefined;
      if (bytes === undefined) await pause(POLL_MS);
      else {
        received.push(bytes);
        firmware.hear(bytes);
      }
    }
  };
  return printer;
}

/**
 * Makes the line raw, and drops the kernel's rest of a job from before the cable was unplugged, as a printer without power
 * does. The kernel's buffer below the line survives its last close, and its rest would come before the first byte of the next
 * job (tty_buffer.c of Linux 6.1).
 */
function prepareLine(path: string): void {
  const flush = `perl -MPOSIX=:termios_h -e 'tcflush(0, TCIFLUSH) or die $!'`;
  execFileSync('sh', ['-c', `stty raw -echo <"$0" && ${flush} <"$0"`, path]);
}

function openDevice(path: string): number | undefined {
  try {
    return openSync(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch (error) {
    if (['ENOENT', 'ENXIO', 'ENODEV', 'EBUSY'].includes(codeOf(error))) return undefined;
    throw error;
  }
}

/** Returns the waiting bytes. Undefined if there are none, or the cable is not plugged in. */
function readNow(fd: number): Buffer | undefined {
  const room = Buffer.alloc(ALL_BYTES);
  try {
    const count = readSync(fd, room);
    return count === 0 ? undefined : room.subarray(0, count);
  } catch (error) {
    if (['EAGAIN', 'ENODEV', 'EIO'].includes(codeOf(error))) return undefined;
    throw error;
  }
}
