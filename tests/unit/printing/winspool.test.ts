import { expect, it } from 'vitest';
import type { PrinterStatus } from '../../../main/core/printing/transport-port.ts';
import { createSpoolerTransport } from '../../../main/core/printing/transports/spooler.ts';
import type { Winspool } from '../../../main/core/printing/transports/winspool-calls.ts';
import { createWinspool } from '../../../main/core/printing/transports/winspool.ts';
import { systemClock } from '../../../main/core/boot/system-ports.ts';

const SLIP = new Uint8Array(14_836).fill(0x41);
const TARGET = { kind: 'spooler', id: 'ELGIN i9' } as const;

/** What a spooler that is not there would do: this is the part above Windows' own calls, which runs on any system. */
function standIn(special: Partial<Winspool> = {}) {
  const told: string[] = [];
  const spool: Winspool = {
    open: (queue) => (queue === TARGET.id ? 7n : null),
    close: () => void told.push('close'),
    lastError: () => 1801,
    names: () => [TARGET.id, 'Microsoft Print to PDF'],
    status: () => 0,
    startDocument: () => 42,
    write: async (_, bytes) => Promise.resolve(bytes.length),
    endDocument: () => true,
    jobStatus: () => null,
    deleteJob: (_, job) => void told.push(`delete ${job}`),
    ...special,
  };
  const system = createWinspool(async () => Promise.resolve(spool));
  return { spooler: createSpoolerTransport(systemClock, system), told };
}

it('lists the queues', async () => {
  const names = (await standIn().spooler.list()).map(({ target }) => target.id);
  expect(names).toEqual([TARGET.id, 'Microsoft Print to PDF']);
});

it('calls a job sent when the queue lets it go, and never confirmed', async () => {
  const looks = [0, 0x10, null];
  const { spooler } = standIn({ jobStatus: () => looks.shift() ?? null });
  expect(await spooler.send(TARGET, SLIP, { dialect: 'dle' })).toMatchObject({
    kind: 'delivered',
    confirmed: false,
  });
  expect(looks).toEqual([]);
});

it('takes back a job that the queue does not get rid of', async () => {
  const { spooler, told } = standIn({ jobStatus: () => 0x20 });
  expect(await spooler.send(TARGET, SLIP, { dialect: 'dle', jobMs: 0 })).toMatchObject({
    kind: 'partial',
    reason: 'NO_PROGRESS',
    accepted: 0,
    maybe: SLIP.length,
  });
  expect(told).toContain('delete 42');
});

it('does not know what comes out of a job that the spooler did not take whole', async () => {
  const { spooler, told } = standIn({ write: async () => Promise.resolve(4_096) });
  expect(await spooler.send(TARGET, SLIP, { dialect: 'dle' })).toMatchObject({
    kind: 'partial',
    reason: 'REJECTED',
    accepted: 0,
    maybe: 4_096,
  });
  expect(told).toContain('delete 42');
});

it('has not started a job of which the spooler took nothing', async () => {
  for (const special of [{ startDocument: () => 0 }, { write: async () => Promise.resolve(0) }]) {
    const outcome = await standIn(special).spooler.send(TARGET, SLIP, { dialect: 'dle' });
    expect(outcome).toMatchObject({ kind: 'not_started', reason: 'REJECTED' });
  }
});

it('does not take a spooler that stops meanwhile for one that has printed', async () => {
  const opened: (bigint | null)[] = [7n, 7n, null];
  const { spooler } = standIn({ open: () => opened.shift() ?? null, lastError: () => 1722 });
  const outcome = await spooler.send(TARGET, SLIP, { dialect: 'dle', jobMs: 0 });
  expect(outcome).toMatchObject({ kind: 'partial', reason: 'NO_DRIVER', maybe: SLIP.length });
});

it.each<[string, number, Partial<PrinterStatus>, string]>([
  ['out of paper', 0x10, { paper: 'out' }, 'PAPER_OUT'],
  ['open', 0x40_0000, { cover: 'open' }, 'COVER_OPEN'],
  ['offline', 0x80, { online: 'no' }, 'OFFLINE'],
  ['paused', 0x1, { online: 'no' }, 'OFFLINE'],
])('gives no job to a printer that Windows knows to be %s', async (_, bits, status, reason) => {
  const { spooler } = standIn({ status: () => bits });
  expect(await spooler.status(TARGET, { dialect: 'none' })).toMatchObject({ kind: 'asked', status });
  expect(await spooler.send(TARGET, SLIP, { dialect: 'none' })).toMatchObject({
    kind: 'not_started',
    reason,
  });
});

it.each([
  ['an unknown queue', 1801, 'REJECTED'],
  ['one that is denied', 5, 'NO_PERMISSION'],
  ['a spooler that is stopped', 1722, 'NO_DRIVER'],
])('tells %s', async (_, code, reason) => {
  const { spooler } = standIn({ open: () => null, lastError: () => code });
  const outcome = await spooler.send(TARGET, SLIP, { dialect: 'none' });
  expect(outcome).toMatchObject({ kind: 'not_started', reason });
  expect(outcome).toHaveProperty('detail', expect.stringContaining(String(code)));
});

it('is a kind that cannot be searched where the library does not load', async () => {
  const broken = createWinspool(async () => Promise.reject(new Error('cannot open winspool.drv')));
  await expect(createSpoolerTransport(systemClock, broken).list()).rejects.toThrow('winspool.drv');
});
