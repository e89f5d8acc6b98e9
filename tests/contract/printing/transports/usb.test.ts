import { expect, it } from 'vitest';
import { createUsbTransport } from '../../../../main/core/printing/transports/usb.ts';
import type { UsbDevice } from '../../../../main/core/printing/transports/usb-device.ts';
import { systemClock } from '../../../../main/core/boot/system-ports.ts';

const PRINTER = {
  vendorId: 0x04b8,
  productId: 0x0e28,
  manufacturerName: 'EPSON',
  productName: 'TM-T20X',
  serialNumber: 'SIM0001',
  bus: '001',
  ports: [1],
  configuration: {
    interfaces: [
      {
        interfaceNumber: 0,
        alternate: {
          interfaceClass: 7,
          endpoints: [{ endpointNumber: 1, direction: 'out', type: 'bulk' }],
        },
      },
    ],
  },
};

/** A device that is gone by the time that this is read of it: the words are those of usb 3.1.0. */
function goneAt(what: 'manufacturerName' | 'configuration'): object {
  return Object.defineProperty({ ...PRINTER, serialNumber: 'GONE' }, what, {
    get() {
      throw new Error('open error: device not found (errno 2)');
    },
  });
}

it.each(['manufacturerName', 'configuration'] as const)(
  'lists the other printers when one is unplugged while its %s is read',
  async (what) => {
    const devices = [goneAt(what), PRINTER] as unknown as readonly UsbDevice[];
    const usb = createUsbTransport(systemClock, async () => Promise.resolve(devices));
    expect(await usb.list()).toEqual([
      {
        target: { kind: 'usb', id: '04b8:0e28:SIM0001' },
        label: 'EPSON TM-T20X',
        place: 'USB 1-1',
        usb: { vendor: '04b8', product: '0e28' },
      },
    ]);
  },
);

it.each(['Fault', 'Disconnected', 'device not found (errno 2)'])(
  'calls a printer that is gone in the middle unplugged, in whatever words: %s',
  async (words) => {
    let chunks = 0;
    const done = async (): Promise<void> => Promise.resolve();
    const device = {
      ...PRINTER,
      opened: true,
      open: done,
      close: done,
      claimInterface: done,
      releaseInterface: done,
      detachKernelDriver: done,
      attachKernelDriver: done,
      async transferOut() {
        chunks += 1;
        if (chunks === 3) return Promise.reject(new Error(`transferOut error: ${words}`));
        return Promise.resolve();
      },
    } as unknown as UsbDevice;
    const usb = createUsbTransport(systemClock, async () => Promise.resolve([device]));
    const target = { kind: 'usb', id: '04b8:0e28:SIM0001' } as const;
    expect(await usb.send(target, new Uint8Array(14_836), { dialect: 'none' })).toEqual({
      kind: 'partial',
      reason: 'UNPLUGGED',
      detail: `transferOut error: ${words}`,
      accepted: 8192,
      maybe: 4096,
    });
  },
);
