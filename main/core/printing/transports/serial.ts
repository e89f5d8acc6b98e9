import { access, constants, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SerialPort } from 'serialport';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Clock } from '../../../../shared/kernel/time.ts';
import type { FoundPrinter, PrinterTarget, PrinterTransport } from '../transport-port.ts';
import type { Fault } from './byte-link.ts';
import { faultOf } from './fault-of.ts';
import { createLinkTransport } from './link-transport.ts';
import { openSerialPort } from './serial-link.ts';
import { findByUsbId, usbId, type UsbIdentity } from './usb-identity.ts';

type PortInfo = Awaited<ReturnType<typeof SerialPort.list>>[number];
type ListPorts = () => Promise<readonly PortInfo[]>;

async function listSystemPorts(): Promise<readonly PortInfo[]> {
  const { SerialPort: Port } = await import('serialport');
  return Port.list();
}

/**
 * Creates the transport of printers with a serial port: CDC-ACM, FTDI and RS-232. Opens only a port that the system lists at this
 * moment. `listPorts` returns these. A test has its own.
 */
export function createSerialTransport(
  clock: Clock,
  listPorts: ListPorts = listSystemPorts,
): PrinterTransport {
  return createLinkTransport(
    clock,
    'serial',
    async () => Promise.all((await findPorts(listPorts)).map(describe)),
    async (target, connectMs) => {
      const path = await pathOf(target, listPorts);
      return path.ok ? openSerialPort(clock, path.value, target.baudRate ?? 9_600, connectMs) : path;
    },
  );
}

interface Port extends UsbIdentity {
  readonly path: string;
  readonly maker: string;
}

async function findPorts(listPorts: ListPorts): Promise<Port[]> {
  const ports = (await listPorts()).map((info) => ({
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

/** Returns the path of the listed port with this identity, or with this path: `/dev/ttyS0`, `COM3`. */
async function pathOf({ id }: PrinterTarget, listPorts: ListPorts): Promise<Result<string, Fault>> {
  try {
    const ports = await findPorts(listPorts);
    const port = findByUsbId(ports, id) ?? ports.find(({ path }) => path === id);
    return port === undefined
      ? err({ reason: 'UNREACHABLE', detail: `the system lists no port ${id}` })
      : ok(port.path);
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
