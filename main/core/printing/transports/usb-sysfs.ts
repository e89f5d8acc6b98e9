import { constants, open, readdir, readFile, readlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { codeOf } from './fault-of.ts';

const DEVICES = '/sys/bus/usb/devices';

/** The interfaces of the device at a port (`1-2.3`) as Linux shows them to everybody; null where there is no /sys. */
async function interfaceFolders(port: string): Promise<string[] | null> {
  const folder = join(DEVICES, port);
  const names = await readdir(folder).catch(() => null);
  return names?.filter((name) => name.startsWith(`${port}:`)).map((name) => join(folder, name)) ?? null;
}

/** Whether the device has a printer's interface; undefined where the system does not show it. */
export async function isPrinterAt(port: string): Promise<boolean | undefined> {
  const folders = await interfaceFolders(port);
  if (folders === null) return undefined;
  const classes = await Promise.all(
    folders.map(async (folder) => readFile(join(folder, 'bInterfaceClass'), 'utf8').catch(() => '')),
  );
  return classes.some((text) => text.trim() === '07');
}

/**
 * Whether another program holds the printer, by libusb and the like or by its own file /dev/usb/lp*. The kernel lets
 * either be taken away from it in the middle of a job; usblp lets only one program open the file.
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
