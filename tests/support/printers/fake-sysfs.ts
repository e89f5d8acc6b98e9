import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
}

/** Makes the folders of a Linux machine with these printers at /dev/usb/lp0, lp1, …. The device files are ordinary files. */
export async function layOutSysfs(root: string, printers: readonly SysfsPrinter[]): Promise<DeviceFolders> {
  const folders = {
    devices: join(root, 'dev'),
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
    const entry = join(folders.classes, `lp${index}`);
    await mkdir(entry, { recursive: true });
    await symlink(onePort, join(entry, 'device'));
    await writeFile(join(folders.devices, `lp${index}`), '');
  }
  return folders;
}
