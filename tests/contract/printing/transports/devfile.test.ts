import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDevfileTransport } from '../../../../main/core/printing/transports/devfile.ts';
import { systemClock } from '../../../../main/core/boot/system-ports.ts';
import { layOutSysfs } from '../../../support/printers/fake-sysfs.ts';

const SLIP = new Uint8Array(14_836).map((_, index) => index % 256);
let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'balcao-devfile-'));
});
afterEach(async () => rm(root, { recursive: true, force: true }));

it('names a printer by what stays when it is plugged in elsewhere', async () => {
  const folders = await layOutSysfs(root, [
    { vendor: '04b8', product: '0e28', serial: 'SIM0001', port: '1-1' },
    { vendor: '0416', product: '5011', port: '1-2.3' },
  ]);
  expect(await createDevfileTransport(systemClock, folders).list()).toEqual([
    {
      target: { kind: 'devfile', id: '04b8:0e28:SIM0001' },
      label: 'EPSON TM-T20X',
      place: join(folders.devices, 'lp0'),
      usb: { vendor: '04b8', product: '0e28' },
    },
    {
      target: { kind: 'devfile', id: '0416:5011@1-2.3' },
      label: 'EPSON TM-T20X',
      place: join(folders.devices, 'lp1'),
      usb: { vendor: '0416', product: '5011' },
    },
  ]);
});

it('prints at the printer that was saved, whatever its number is today', async () => {
  const folders = await layOutSysfs(root, [
    { vendor: '0416', product: '5011', port: '1-1' },
    { vendor: '04b8', product: '0e28', serial: 'SIM0001', port: '1-4' },
  ]);
  const devfile = createDevfileTransport(systemClock, folders);
  const outcome = await devfile.send({ kind: 'devfile', id: '04b8:0e28:SIM0001' }, SLIP, { dialect: 'none' });
  expect(outcome).toMatchObject({ kind: 'delivered', confirmed: false });
  expect(new Uint8Array(await readFile(join(folders.devices, 'lp1')))).toEqual(SLIP);

  // The other has no serial number and sits at another port than when it was saved: it is the only one of its model.
  const moved = await devfile.send({ kind: 'devfile', id: '0416:5011@2-1' }, SLIP, { dialect: 'none' });
  expect(moved).toMatchObject({ kind: 'delivered' });
  expect(new Uint8Array(await readFile(join(folders.devices, 'lp0')))).toEqual(SLIP);
});

it('says that a printer is not there, and finds none on a machine without the folder', async () => {
  const folders = {
    devices: join(root, 'dev'),
    classes: join(root, 'class'),
    plugged: join(root, 'devices'),
  };
  const devfile = createDevfileTransport(systemClock, folders);
  expect(await devfile.list()).toEqual([]);
  const target = { kind: 'devfile', id: '04b8:0e28:SIM0001' } as const;
  expect(await devfile.send(target, SLIP, { dialect: 'dle' })).toMatchObject({
    kind: 'not_started',
    reason: 'UNREACHABLE',
  });
});

it.each([
  ['that another program has taken over libusb', 'usbfs', 'BUSY'],
  ['that a killed program left without a driver', 'none', 'NO_DRIVER'],
] as const)('tells a printer %s from one that is not there', async (_, driver, reason) => {
  const printer = { vendor: '04b8', product: '0e28', serial: 'SIM0001', port: '1-1', driver };
  const devfile = createDevfileTransport(systemClock, await layOutSysfs(root, [printer]));
  const target = { kind: 'devfile', id: '04b8:0e28:SIM0001' } as const;
  expect(await devfile.list()).toEqual([]);
  expect(await devfile.status(target, { dialect: 'dle' })).toMatchObject({ kind: 'unreachable', reason });
  expect(await devfile.send(target, SLIP, { dialect: 'dle' })).toMatchObject({ kind: 'not_started', reason });
});
