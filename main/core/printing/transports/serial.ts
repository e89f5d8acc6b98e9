import { access, constants, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { err, type Result } from '../../../../shared/kernel/result.ts';
import type { Clock } from '../../../../shared/kernel/time.ts';
import type { FoundPrinter, PrinterTarget, PrinterTransport } from '../transport-port.ts';
import type { Fault } from './byte-link.ts';
import { faultOf } from './fault-of.ts';
import { createLinkTransport } from './link-transport.ts';
import { openSerialPort } from './serial-link.ts';
import { findByUsbId, usbId, type UsbIdentity } from './usb-identity.ts';

/** Creates the transport of printers with a serial port: CDC-ACM, FTDI and RS-232. */
export function createSerialTransport(clock: Clock): PrinterTransport {
  return createLinkTransport(
    clock,
    'serial',
    async () => Promise.all((await findPorts()).map(describe)),
    async (target, connectMs) => {
      const path = await pathOf(target);
      return path.ok ? openSerialPort(clock, path.value, target.baudRate ?? 9_600, connectMs) : path;
    },
  );
}

interface Port extends UsbIdentity {
  readonly path: string;
  readonly maker: string;
}

async function findPorts(): Promise<Port[]> {
  const { SerialPort } = await import('serialport');
  const ports = (await SerialPort.list()).map((info) => ({
    path: info.path,
    maker: info.manufacturer ?? '',
    vendor: (info.vendorId ?? '').toLowerCase(),
    product: (info.productId ?? '').toLowerCase(),
    serial: info.serialNumber ?? '',
    port: info.locationId ?? info.path,
  }));
  const there = await Promise.all(ports.map(async (port) => port.vendor !== '' || hasLine(port.path)));
  return ports.filter((_, index) => there[index]);
}

/** True if the line exists. Linux has a file for every possible serial line. Type 0 is a line that does not exist. */
async function hasLine(path: string): Promise<boolean> {
  return readFile(`/sys/class/tty/${basename(path)}/type`, 'utf8').then(
    (type) => type.trim() !== '0',
    () => true,
  );
}

async function pathOf(target: PrinterTarget): Promise<Result<string, Fault>> {
  // A USB identity starts with four hex digits and a colon. A path never does.
  if (!/^[0-9a-f]{4}:/.test(target.id)) return { ok: true, value: target.id };
  try {
    const port = findByUsbId(await findPorts(), target.id);
    return port === undefined
      ? err({ reason: 'UNREACHABLE', detail: `no port ${target.id} is plugged in` })
      : { ok: true, value: port.path };
  } catch (error) {
    return err(faultOf(error, 'NO_DRIVER'));
  }
}

async function describe(port: Port): Promise<FoundPrinter> {
  const isUsb = port.vendor !== '';
  const found: FoundPrinter = {
    target: { kind: 'serial', id: isUsb ? usbId(port) : port.path },
    label: port.maker === '' ? port.path : `${port.maker} (${port.path})`,
    place: port.path,
    ...(isUsb ? { usb: { vendor: port.vendor, product: port.product } } : {}),
  };
  // A name such as COM3 is not a path and cannot be checked.
  if (!port.path.startsWith('/')) return found;
  return access(port.path, constants.R_OK | constants.W_OK).then(
    () => found,
    (error: unknown) => ({ ...found, problem: faultOf(error, 'NO_PERMISSION') }),
  );
}
