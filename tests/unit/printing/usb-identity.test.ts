import { expect, it } from 'vitest';
import { findByUsbId, hex4, usbId } from '../../../main/core/printing/transports/usb-identity.ts';

const EPSON = { vendor: '04b8', product: '0e28', serial: 'SIM0001', port: '1-2' };
const COPY = { vendor: '0416', product: '5011', serial: '', port: '1-3.1' };

it('is the serial number where there is one, else the port', () => {
  expect(usbId(EPSON)).toBe('04b8:0e28:SIM0001');
  expect(usbId(COPY)).toBe('0416:5011@1-3.1');
  expect(hex4(0x1b)).toBe('001b');
});

it('finds a printer with a serial number at any port, and no other of its model', () => {
  expect(findByUsbId([COPY, { ...EPSON, port: '3-1' }], '04b8:0e28:SIM0001')).toEqual({
    ...EPSON,
    port: '3-1',
  });
  expect(findByUsbId([{ ...EPSON, serial: 'SIM0002' }], '04b8:0e28:SIM0001')).toBeUndefined();
});

it('finds one without a serial number elsewhere only if it cannot be another', () => {
  const moved = { ...COPY, port: '2-1' };
  expect(findByUsbId([moved], usbId(COPY))).toEqual(moved);
  expect(findByUsbId([moved, { ...COPY, port: '2-2' }], usbId(COPY))).toBeUndefined();
  expect(findByUsbId([moved, COPY], usbId(COPY))).toEqual(COPY);
});
