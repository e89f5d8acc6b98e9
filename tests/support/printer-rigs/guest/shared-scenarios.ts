import { writeFile } from 'node:fs/promises';
import type { Bench } from './bench.ts';
import { asText, PATIENT, SILENT } from './bench.ts';
import { askOtherTill, holdOpen, startOtherTill } from './start-other.ts';

/** The part of the roll after which the other till is stopped. */
const STOPS_AFTER = 5_000;
/** The user nobody(4) of Debian. */
const NOBODY = 65_534;

/** The printer over both of its transports. */
export interface SharedPrinter {
  readonly usb: Bench;
  readonly devfile: Bench;
  readonly serial: Bench;
}

/** The scenarios of a printer that other programs use, or that is not allowed for every user. */
export const sharedScenarios = {
  /** A program has opened /dev/usb/lp0. */
  async openFile({ usb, devfile }: SharedPrinter) {
    usb.printer.renew();
    const other = await holdOpen('/dev/usb/lp0');
    const outcomes = {
      usb: await usb.way.send(usb.target, usb.paper.native, SILENT),
      devfile: await devfile.way.send(devfile.target, usb.paper.native, SILENT),
    };
    await other.kill();
    return { ...outcomes, printed: usb.printer.printed().length };
  },

  /** A till prints over libusb, and is killed in the middle of its slip. */
  async heldAndKilled({ usb, devfile }: SharedPrinter) {
    const { printer, paper } = usb;
    printer.renew();
    printer.stopsAfter = STOPS_AFTER;
    const other = startOtherTill({ targets: [usb.target], file: await fileWith(paper.roll) });
    await printer.hasPrinted(STOPS_AFTER);
    const held = {
      usb: await usb.way.send(usb.target, paper.native, SILENT),
      devfile: await devfile.way.send(devfile.target, paper.native, SILENT),
      devfileStatus: await devfile.way.status(devfile.target, PATIENT),
    };
    await other.kill();
    const withoutDriver = await devfile.way.send(devfile.target, paper.native, SILENT);
    printer.stopsAfter = Infinity;
    const usbAfter = await usb.way.send(usb.target, paper.native, PATIENT);
    const devfileAfter = await devfile.way.send(devfile.target, paper.native, PATIENT);
    const end = asText(printer.printed().subarray(-2 * paper.native.length));
    return { held, withoutDriver, usbAfter, devfileAfter, end };
  },

  /** A till without permission for the printer. */
  async nobody({ usb, devfile, serial }: SharedPrinter) {
    usb.printer.renew();
    serial.printer.renew();
    const targets = [usb, devfile, serial].map(({ target }) => target);
    const file = await fileWith(usb.paper.native);
    const [overUsb, overDevfile, overSerial] = await askOtherTill({ targets, file, uid: NOBODY });
    const printed = usb.printer.printed().length + serial.printer.printed().length;
    return { usb: overUsb, devfile: overDevfile, serial: overSerial, printed };
  },
};

export type SharedFindings = {
  [Name in keyof typeof sharedScenarios]: Awaited<ReturnType<(typeof sharedScenarios)[Name]>>;
};

async function fileWith(bytes: Uint8Array): Promise<string> {
  const file = '/run/job.bin';
  await writeFile(file, bytes);
  return file;
}
