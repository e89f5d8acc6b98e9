import { err, type Result } from '../../../../shared/kernel/result.ts';
import type { Clock } from '../../../../shared/kernel/time.ts';
import type { FoundPrinter, PrinterTransport } from '../transport-port.ts';
import type { ByteLink, Fault } from './byte-link.ts';
import { createLinkTransport } from './link-transport.ts';
import { usbDevices, type UsbDevice } from './usb-device.ts';
import { findByUsbId, hex4, usbId, type UsbIdentity } from './usb-identity.ts';
import { openUsbPrinter, printerInterfaceOf, usbFault } from './usb-link.ts';

interface Candidate extends UsbIdentity {
  readonly device: UsbDevice;
}

/** USB printers (class 7) without the system's driver between: Linux and macOS, and Windows where WinUSB is bound. */
export function createUsbTransport(clock: Clock): PrinterTransport {
  return createLinkTransport(
    clock,
    'usb',
    async () => (await devices()).flatMap(describe),
    async (target, connectMs): Promise<Result<ByteLink, Fault>> => {
      try {
        const found = findByUsbId(await devices(), target.id);
        return found === undefined
          ? err({ reason: 'UNREACHABLE', detail: `no printer ${target.id} is plugged in` })
          : await openUsbPrinter(clock, found.device, connectMs);
      } catch (error) {
        return err(usbFault(error, 'NO_DRIVER'));
      }
    },
  );
}

async function devices(): Promise<Candidate[]> {
  return (await usbDevices()).map((device) => ({
    device,
    vendor: hex4(device.vendorId),
    product: hex4(device.productId),
    serial: device.serialNumber ?? '',
    port: `${device.bus}-${device.ports.join('.')}`,
  }));
}

function describe(candidate: Candidate): FoundPrinter[] {
  const { device, vendor, product } = candidate;
  const found: FoundPrinter = {
    target: { kind: 'usb', id: usbId(candidate) },
    label:
      `${device.manufacturerName ?? ''} ${device.productName ?? ''}`.trim() || `USB ${vendor}:${product}`,
    place: `USB ${candidate.port}`,
    usb: { vendor, product },
  };
  try {
    return printerInterfaceOf(device) === undefined ? [] : [found];
  } catch (error) {
    return [{ ...found, problem: usbFault(error, 'NO_PERMISSION') }];
  }
}
