import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DeviceFolders } from '../../../main/core/printing/transports/devfile.ts';

/** A printer in the kernel's /sys. */
export interface SysfsPrinter {
  readonly vendor: string;
  readonly product: string;
  /** Absent if the device has no serial number. */
  readonly serial?: string;
  /** As in `1-2`. */
  readonly port: string;
  /** Its driver, usblp by default. Only then there is a device file. */
  readonly driver?: 'usbfs' | 'none';
  /** A device file in `/dev/pts` in place of `lp0`. The printers have one each, or none has one. */
  readonly terminal?: string;
}

/**
 * Makes the folders of a Linux machine with these printers at /dev/usb/lp0, lp1, …, or at their terminals. The files lp0, lp1, …
 * are ordinary files, because only root can make a device.
 */
export async function layOutSysfs(root: string, printers: readonly SysfsPrinter[]): Promise<DeviceFolders> {
  const terminals = printers.flatMap(({ terminal }) => terminal ?? []);
  const [terminal] = terminals;
  const folders = {
    devices: terminal === undefined ? join(root, 'dev') : dirname(terminal),
    names:
      terminal === undefined
        ? /^lp\d+$/
        : new RegExp(`^(${terminals.map((each) => basename(each)).join('|')})$`),
    classes: join(root, 'class'),
    plugged: join(root, 'devices'),
  };
  await mkdir(folders.devices, { recursive: true });
  for (const [index, printer] of printers.entries()) {
    const device = join(root, 'devices', printer.port);
    const onePort = join(device, `${printer.port}:1.0`);
    await mkdir(onePort, { recursive: true });
    await writeFile(join(onePort, 'bInterfaceClass'), '07\n');
    if (printer.driver !== 'none')
      await symlink(`../../bus/usb/drivers/${printer.driver ?? 'usblp'}`, join(onePort, 'driver'));
    await writeFile(join(device, 'idVendor'), `${printer.vendor}\n`);
    await writeFile(join(device, 'idProduct'), `${printer.product}\n`);
    await writeFile(join(device, 'manufacturer'), 'EPSON\n');
    await writeFile(join(device, 'product'), 'TM-T20X\n');
    if (printer.serial !== undefined) await writeFile(join(device, 'serial'), `${printer.serial}\n`);
    if (printer.driver !== undefined) continue;
    const name = printer.terminal === undefined ? `lp${index}` : basename(printer.terminal);
    const entry = join(folders.classes, name);
    await mkdir(entry, { recursive: true });
    await symlink(onePort, join(entry, 'device'));
    if (printer.terminal === undefined) await writeFile(join(folders.devices, name), '');
  }
  return folders;
}
