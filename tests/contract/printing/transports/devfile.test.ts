import { mkdtemp, readFile, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDevfileTransport } from '../../../../main/core/printing/transports/devfile.ts';
import { systemClock } from '../../../../main/core/boot/system-ports.ts';
import { layOutSysfs } from '../../../support/printers/fake-sysfs.ts';
import { startFakeTcpPrinter } from '../../../support/printers/fake-tcp-printer.ts';
import { plugSerialCable } from '../../../support/printers/serial-cable.ts';

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
  // A terminal is a character device that every user can make.
  const [small, epson] = await Promise.all([startFakeTcpPrinter(), startFakeTcpPrinter()]);
  const cables = await Promise.all([plugSerialCable(root, small), plugSerialCable(root, epson)]);
  const [smallEnd, epsonEnd] = cables.map(({ path }) => path);
  const folders = await layOutSysfs(root, [
    { vendor: '0416', product: '5011', port: '1-1', terminal: smallEnd! },
    { vendor: '04b8', product: '0e28', serial: 'SIM0001', port: '1-4', terminal: epsonEnd! },
  ]);
  const devfile = createDevfileTransport(systemClock, folders);
  const print = (id: string) => devfile.send({ kind: 'devfile', id }, SLIP, { dialect: 'none' });
  try {
    expect(await print('04b8:0e28:SIM0001')).toMatchObject({ kind: 'delivered', confirmed: false });
    await epson.hasPrinted(SLIP.length);
    expect(epson.printed()).toEqual(SLIP);

    // The other has no serial number and is at another port than when it was saved: it is the only one of its model.
    expect(await print('0416:5011@2-1')).toMatchObject({ kind: 'delivered' });
    await small.hasPrinted(SLIP.length);
    expect(small.printed()).toEqual(SLIP);

    // A set-up of an earlier version can have the path.
    expect(await print(epsonEnd!)).toMatchObject({ kind: 'delivered' });
    await epson.hasPrinted(2 * SLIP.length);
  } finally {
    await Promise.all([...cables.map((cable) => cable.unplug()), small.close(), epson.close()]);
  }
});

describe('a file in the place of a printer', () => {
  const id = '04b8:0e28:SIM0001';

  it('is refused if it is an ordinary file, and gets no byte', async () => {
    const folders = await layOutSysfs(root, [
      { vendor: '04b8', product: '0e28', serial: 'SIM0001', port: '1-1' },
    ]);
    const devfile = createDevfileTransport(systemClock, folders);
    const file = join(folders.devices, 'lp0');
    await writeFile(file, 'books');
    for (const target of [id, file]) {
      const outcome = await devfile.send({ kind: 'devfile', id: target }, SLIP, { dialect: 'dle' });
      expect(outcome).toMatchObject({ kind: 'not_started', reason: 'NOT_ALLOWED' });
      expect(await devfile.status({ kind: 'devfile', id: target }, { dialect: 'dle' })).toMatchObject({
        kind: 'unreachable',
        reason: 'NOT_ALLOWED',
      });
    }
    expect(await readFile(file, 'utf8')).toBe('books');
  });

  it('is refused if it is a symbolic link, also to a device', async () => {
    const folders = await layOutSysfs(root, [
      { vendor: '04b8', product: '0e28', serial: 'SIM0001', port: '1-1' },
    ]);
    const file = join(folders.devices, 'lp0');
    await unlink(file);
    await symlink('/dev/null', file);
    const outcome = await createDevfileTransport(systemClock, folders).send({ kind: 'devfile', id }, SLIP, {
      dialect: 'none',
    });
    expect(outcome).toMatchObject({ kind: 'not_started', reason: 'NOT_ALLOWED' });
  });

  it.each(['outside the folder', 'a device outside the folder'])('is not opened: %s', async (which) => {
    const folders = await layOutSysfs(root, [
      { vendor: '04b8', product: '0e28', serial: 'SIM0001', port: '1-1' },
    ]);
    const path = which.startsWith('a device') ? '/dev/null' : join(root, 'ledger.db');
    await writeFile(join(root, 'ledger.db'), 'books');
    const devfile = createDevfileTransport(systemClock, folders);
    for (const target of [path, `${folders.devices}/../ledger.db`]) {
      const outcome = await devfile.send({ kind: 'devfile', id: target }, SLIP, { dialect: 'none' });
      expect(outcome).toMatchObject({ kind: 'not_started', reason: 'NOT_ALLOWED' });
    }
    expect(await readFile(join(root, 'ledger.db'), 'utf8')).toBe('books');
  });
});

it('says that a printer is not there, and finds none on a machine without the folder', async () => {
  const folders = {
    devices: join(root, 'dev'),
    names: /^lp\d+$/,
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
