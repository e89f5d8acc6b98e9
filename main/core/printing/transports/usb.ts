import { err, type Result } from '../../../../shared/kernel/result.ts';
import type { Clock } from '../../../../shared/kernel/time.ts';
import { isSeenPrinter } from '../guess-profile.ts';
import type { FoundPrinter, PrinterTransport } from '../transport-port.ts';
import type { ByteLink, Fault } from './byte-link.ts';
import { createLinkTransport } from './link-transport.ts';
import { usbDevices, type UsbDevice } from './usb-device.ts';
import { findByUsbId, hex4, usbId, type UsbIdentity } from './usb-identity.ts';
import { openUsbPrinter, printerInterfaceOf, usbFault } from './usb-link.ts';
import { isHeldElsewhere, isPrinterAt } from './usb-sysfs.ts';

interface Candidate extends UsbIdentity {
  readonly device: UsbDevice;
  readonly name: string;
}

/**
 * Creates the transport of USB printers (class 7) without the system's driver: on Linux and macOS, and on Windows with WinUSB.
 * `plugged` returns the plugged-in devices. A test has its own.
 */
export function createUsbTransport(clock: Clock, plugged = usbDevices): PrinterTransport {
  return createLinkTransport(
    clock,
    'usb',
    async () => (await Promise.all((await candidates(plugged)).map(describe))).flat(),
    async (target, connectMs): Promise<Result<ByteLink, Fault>> => {
      try {
        const found = findByUsbId(await candidates(plugged), target.id);
        if (found === undefined)
          return err({ reason: 'UNREACHABLE', detail: `no printer ${target.id} is plugged in` });
        if (await isHeldElsewhere(found.port))
          return err({ reason: 'BUSY', detail: 'another program holds the printer' });
        return await openUsbPrinter(clock, found.device, connectMs);
      } catch (error) {
        return err(usbFault(error, 'NO_DRIVER'));
      }
    },
  );
}

async function candidates(plugged: typeof usbDevices): Promise<Candidate[]> {
  return (await plugged()).flatMap((device) => {
    try {
      return [
        {
          device,
          vendor: hex4(device.vendorId),
          product: hex4(device.productId),
          serial: device.serialNumber ?? '',
          port: portOf(device),
          name: `${device.manufacturerName ?? ''} ${device.productName ?? ''}`.trim(),
        },
      ];
    } catch {
      // It was unplugged while its texts were read from it.
      return [];
    }
  });
}

/**
 * Returns the port as Linux writes it: `1-2.3`. The library writes the bus as `001` on Linux, and as other text on other
 * systems.
 */
function portOf({ bus, ports }: UsbDevice): string {
  const place = /^\d+$/.test(bus) ? String(Number(bus)) : bus;
  return `${place}-${ports.join('.')}`;
}

async function describe(candidate: Candidate): Promise<FoundPrinter[]> {
  const { device, vendor, product, name } = candidate;
  const found: FoundPrinter = {
    target: { kind: 'usb', id: usbId(candidate) },
    label: name === '' ? `USB ${vendor}:${product}` : name,
    place: `USB ${candidate.port}`,
    usb: { vendor, product },
  };
  try {
    return printerInterfaceOf(device) === undefined ? [] : [found];
  } catch (error) {
    const problem = usbFault(error, 'NO_PERMISSION');
    if (problem.reason === 'UNREACHABLE' || problem.reason === 'UNPLUGGED') return [];
    // The device may not be opened: a printer without permission, or another device such as a keyboard.
    const isPrinter = (await isPrinterAt(candidate.port)) ?? isSeenPrinter({ vendor, product });
    return isPrinter ? [{ ...found, problem }] : [];
  }
}
