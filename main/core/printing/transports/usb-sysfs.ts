import { constants, open, readdir, readFile, readlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { codeOf } from './fault-of.ts';
import type { UsbIdentity } from './usb-identity.ts';

/** The folder in which Linux shows the devices at its USB ports to every user. */
export const USB_DEVICES = '/sys/bus/usb/devices';

/** A printer at a USB port, with any driver. */
export interface PluggedPrinter extends UsbIdentity {
  /** `usblp` is the system's driver. `usbfs` is a program that uses libusb. Empty: no driver. */
  readonly driver: string;
}

/** Returns the interfaces of the device at a port (`1-2.3`). Null without /sys. */
async function interfaceFolders(port: string, devices = USB_DEVICES): Promise<string[] | null> {
  const folder = join(devices, port);
  const names = await readdir(folder).catch(() => null);
  return names?.filter((name) => name.startsWith(`${port}:`)).map((name) => join(folder, name)) ?? null;
}

/** True if the device has a printer's interface. Undefined if the system does not show it. */
export async function isPrinterAt(port: string): Promise<boolean | undefined> {
  const folders = await interfaceFolders(port);
  if (folders === null) return undefined;
  return (await Promise.all(folders.map(isPrinterInterface))).includes(true);
}

async function isPrinterInterface(folder: string): Promise<boolean> {
  return (await readAttribute(join(folder, 'bInterfaceClass'))) === '07';
}

/** Returns all plugged-in printers (class 7). Empty without /sys. */
export async function pluggedPrinters(devices: string): Promise<PluggedPrinter[]> {
  const ports = (await readdir(devices).catch(() => [])).filter((name) => !name.includes(':'));
  return (await Promise.all(ports.map(async (port) => printersAt(devices, port)))).flat();
}

async function printersAt(devices: string, port: string): Promise<PluggedPrinter[]> {
  const printers: PluggedPrinter[] = [];
  for (const folder of (await interfaceFolders(port, devices)) ?? []) {
    if (!(await isPrinterInterface(folder))) continue;
    const [vendor = '', product = '', serial = ''] = await Promise.all(
      ['idVendor', 'idProduct', 'serial'].map(async (name) => readAttribute(join(devices, port, name))),
    );
    printers.push({ vendor, product, serial, port, driver: await driverOf(folder) });
  }
  return printers;
}

/** Returns the content of a file of /sys. Empty if it does not exist, as for a device without a serial number. */
export async function readAttribute(path: string): Promise<string> {
  return readFile(path, 'utf8').then(
    (text) => text.trim(),
    () => '',
  );
}

/**
 * True if another program holds the printer, by libusb or by its file /dev/usb/lp*. The kernel would take it from that program
 * in the middle of a job. usblp lets only one program open the file.
 */
export async function isHeldElsewhere(port: string): Promise<boolean> {
  const folders = (await interfaceFolders(port)) ?? [];
  const held = await Promise.all(
    folders.map(async (folder) => (await driverOf(folder)) === 'usbfs' || hasOpenFile(folder)),
  );
  return held.includes(true);
}

async function driverOf(folder: string): Promise<string> {
  return readlink(join(folder, 'driver')).then(basename, () => '');
}

async function hasOpenFile(folder: string): Promise<boolean> {
  for (const name of await readdir(join(folder, 'usbmisc')).catch(() => [])) {
    try {
      await (await open(join('/dev/usb', name), constants.O_RDWR | constants.O_NONBLOCK)).close();
    } catch (error) {
      if (codeOf(error) === 'EBUSY') return true;
    }
  }
  return false;
}
