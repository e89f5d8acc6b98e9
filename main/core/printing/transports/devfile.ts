import { access, constants, readdir, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Clock } from '../../../../shared/kernel/time.ts';
import { err } from '../../../../shared/kernel/result.ts';
import type { FoundPrinter, PrinterTransport } from '../transport-port.ts';
import type { Fault } from './byte-link.ts';
import { openDeviceFile } from './device-link.ts';
import { codeOf, faultOf } from './fault-of.ts';
import { createLinkTransport } from './link-transport.ts';
import { findByUsbId, usbId, type UsbIdentity } from './usb-identity.ts';
import { pluggedPrinters, readAttribute, USB_DEVICES } from './usb-sysfs.ts';

/** The folders of Linux's devices. A test has its own. */
export interface DeviceFolders {
  /** `/dev/usb` */
  readonly devices: string;
  /** The names of printer files in it: `lp0`. */
  readonly names: RegExp;
  /** `/sys/class/usbmisc` */
  readonly classes: string;
  /** `/sys/bus/usb/devices` */
  readonly plugged: string;
}

const LINUX: DeviceFolders = {
  devices: '/dev/usb',
  names: /^lp\d+$/,
  classes: '/sys/class/usbmisc',
  plugged: USB_DEVICES,
};

interface LpDevice extends UsbIdentity {
  readonly path: string;
  readonly name: string;
}

/** Creates the transport over Linux's printer files, /dev/usb/lp*. Opens only a file that the search finds at this moment. */
export function createDevfileTransport(clock: Clock, folders: DeviceFolders = LINUX): PrinterTransport {
  return createLinkTransport(
    clock,
    'devfile',
    async () => Promise.all((await findLpDevices(folders)).map(describe)),
    async (target) => {
      const devices = await findLpDevices(folders);
      // A set-up of an earlier version can have the path in place of the identity.
      const device = findByUsbId(devices, target.id) ?? devices.find(({ path }) => path === target.id);
      return device === undefined
        ? err(await whyNoFile(folders, target.id))
        : openDeviceFile(clock, device.path);
    },
  );
}

/**
 * Returns why a printer has no file. A program with libusb took it from usblp, or was killed and left it so. A path that is not of
 * a printer file is never opened.
 */
async function whyNoFile(folders: DeviceFolders, id: string): Promise<Fault> {
  const isPrinterFile = dirname(id) === folders.devices && folders.names.test(basename(id));
  if (id.startsWith('/') && !isPrinterFile)
    return { reason: 'NOT_ALLOWED', detail: `not a printer file: ${id}` };
  const printer = findByUsbId(await pluggedPrinters(folders.plugged), id);
  if (printer === undefined) return { reason: 'UNREACHABLE', detail: `no printer ${id} is plugged in` };
  return printer.driver === 'usbfs'
    ? { reason: 'BUSY', detail: 'another program holds the printer' }
    : {
        reason: 'NO_DRIVER',
        detail: `the printer is plugged in, and its driver is ${printer.driver || 'none'}`,
      };
}

async function findLpDevices(folders: DeviceFolders): Promise<LpDevice[]> {
  const names = await namesIn(folders.devices);
  const devices = await Promise.all(
    names.filter((name) => folders.names.test(name)).map(async (name) => identify(folders, name)),
  );
  return devices.filter((device) => device !== undefined);
}

/** Returns the names of the files. Empty if the folder does not exist, as before the first printer is plugged in. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Identifies a printer file. `/sys/class/usbmisc/lp0/device` is the interface, and the folder above it the USB device. */
async function identify(folders: DeviceFolders, name: string): Promise<LpDevice | undefined> {
  try {
    const device = dirname(await realpath(join(folders.classes, name, 'device')));
    const [vendor, product, serial, maker, model] = await Promise.all(
      ['idVendor', 'idProduct', 'serial', 'manufacturer', 'product'].map(async (attribute) =>
        readAttribute(join(device, attribute)),
      ),
    );
    return {
      vendor: vendor ?? '',
      product: product ?? '',
      serial: serial ?? '',
      port: basename(device),
      path: join(folders.devices, name),
      name: `${maker ?? ''} ${model ?? ''}`.trim(),
    };
  } catch {
    // It was unplugged during the search.
    return undefined;
  }
}

async function describe(device: LpDevice): Promise<FoundPrinter> {
  const found: FoundPrinter = {
    target: { kind: 'devfile', id: usbId(device) },
    label: device.name === '' ? device.path : device.name,
    place: device.path,
    usb: { vendor: device.vendor, product: device.product },
  };
  try {
    await access(device.path, constants.R_OK | constants.W_OK);
    return found;
  } catch (error) {
    return { ...found, problem: faultOf(error, 'NO_PERMISSION') };
  }
}
