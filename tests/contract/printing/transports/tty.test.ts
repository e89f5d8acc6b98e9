import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  PrinterTransport,
  SendOptions,
  TransportKind,
} from '../../../../main/core/printing/transport-port.ts';
import {
  createDevfileTransport,
  type DeviceFolders,
} from '../../../../main/core/printing/transports/devfile.ts';
import { createSerialTransport } from '../../../../main/core/printing/transports/serial.ts';
import { systemClock } from '../../../../main/core/boot/system-ports.ts';
import { layOutSysfs } from '../../../support/printers/fake-sysfs.ts';
import {
  startFakeTcpPrinter,
  type FakeTcpPrinter,
  type PrinterFaults,
} from '../../../support/printers/fake-tcp-printer.ts';
import { plugSerialCable, type SerialCable } from '../../../support/printers/serial-cable.ts';

/** Every byte there is, among them those that a terminal line would change or swallow. */
const SLIP = new Uint8Array(14_836).map((_, index) => index % 256);
const ROLL = new Uint8Array(4 * 1024 * 1024).fill(0x41);
const QUICK: SendOptions = { dialect: 'dle', answerMs: 200, idleMs: 500, connectMs: 1_000 };

let folder = '';
let folders: DeviceFolders;
let printer: FakeTcpPrinter;
let cable: SerialCable | undefined;

/** Lists the port of the cable, as the system lists a port with hardware. */
const listPorts: Parameters<typeof createSerialTransport>[1] = async () =>
  cable === undefined
    ? []
    : [
        {
          path: cable.path,
          manufacturer: undefined,
          serialNumber: undefined,
          pnpId: undefined,
          locationId: undefined,
          productId: undefined,
          vendorId: undefined,
        },
      ];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balcao-tty-'));
});
afterEach(async () => {
  await cable?.unplug();
  await printer.close();
  await rm(folder, { recursive: true, force: true });
});

async function plug(faults: Partial<PrinterFaults> = {}): Promise<SerialCable> {
  printer = await startFakeTcpPrinter(faults);
  cable = await plugSerialCable(folder, printer);
  const { path: terminal } = cable;
  folders = await layOutSysfs(folder, [{ vendor: '04b8', product: '0e28', port: '1-1', terminal }]);
  return cable;
}

// A terminal line is a device file as well: the same faults, over the system's calls and over the serial library.
describe.each<[TransportKind, () => PrinterTransport]>([
  ['serial', () => createSerialTransport(systemClock, listPorts)],
  ['devfile', () => createDevfileTransport(systemClock, folders)],
])('%s', (kind, create) => {
  it('delivers every byte as it is, and again', async () => {
    const { path } = await plug();
    for (let job = 1; job <= 2; job += 1) {
      const outcome = await create().send({ kind, id: path }, SLIP, QUICK);
      expect(outcome).toMatchObject({ kind: 'delivered', confirmed: true, status: { paper: 'ok' } });
      expect(printer.printed().subarray((job - 1) * SLIP.length)).toEqual(SLIP);
    }
  });

  it('delivers without a status language, too', async () => {
    const { path } = await plug();
    const outcome = await create().send({ kind, id: path }, SLIP, { ...QUICK, dialect: 'none' });
    expect(outcome).toMatchObject({ kind: 'delivered', confirmed: false });
    await printer.hasPrinted(SLIP.length);
    expect(printer.printed()).toEqual(SLIP);
  });

  it.each([
    ['no paper', { paper: 'out' }, 'PAPER_OUT'],
    ['an open cover', { cover: 'open' }, 'COVER_OPEN'],
  ] as const)('sends no byte to a printer with %s', async (_, faults, reason) => {
    const { path } = await plug(faults);
    expect(await create().send({ kind, id: path }, SLIP, QUICK)).toMatchObject({
      kind: 'not_started',
      reason,
    });
    expect(await create().status({ kind, id: path }, QUICK)).toMatchObject({ kind: 'asked' });
    expect(printer.printed()).toHaveLength(0);
  });

  it('gives a line up that takes nothing any more, and frees it', async () => {
    const { path, block } = await plug();
    block();
    // The line itself holds some thousands of bytes.
    const outcome = await create().send({ kind, id: path }, ROLL, { ...QUICK, dialect: 'none' });
    expect(outcome).toMatchObject({ kind: 'partial', reason: 'NO_PROGRESS' });
    // The line is free: it opens again, and is as stuck as before.
    expect(await create().send({ kind, id: path }, ROLL, QUICK)).toMatchObject({ reason: 'NO_PROGRESS' });
  });

  it('tells a cable that is pulled within the slip', async () => {
    const { path, unplug } = await plug();
    const sending = create().send({ kind, id: path }, ROLL, { ...QUICK, dialect: 'none' });
    await printer.hasPrinted(10_000);
    await unplug();
    expect(await sending).toMatchObject({ kind: 'partial', reason: 'UNPLUGGED' });
  });

  it('says that there is no such port, also for a terminal that is not listed', async () => {
    await plug();
    for (const id of [join(folder, 'nothing'), '04b8:0e28:NOBODY', '/dev/tty', '/dev/null']) {
      const outcome = await create().send({ kind, id }, SLIP, QUICK);
      const isOtherPath = kind === 'devfile' && id.startsWith('/');
      expect(outcome).toMatchObject({
        kind: 'not_started',
        reason: isOtherPath ? 'NOT_ALLOWED' : 'UNREACHABLE',
      });
    }
  });
});

it('tells a serial port that another program holds', async () => {
  const { path } = await plug({ silent: true });
  const serial = createSerialTransport(systemClock, listPorts);
  const first = serial.send({ kind: 'serial', id: path }, SLIP, { ...QUICK, answerMs: 500 });
  const second = await serial.send({ kind: 'serial', id: path }, SLIP, QUICK);
  expect([await first, second].map(({ kind }) => kind).toSorted()).toEqual(['delivered', 'not_started']);
  expect([await first, second]).toContainEqual(expect.objectContaining({ reason: 'BUSY' }));
});
