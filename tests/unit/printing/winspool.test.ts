import { expect, it } from 'vitest';
import type { PrinterStatus } from '../../../main/core/printing/transport-port.ts';
import { createSpoolerTransport } from '../../../main/core/printing/transports/spooler.ts';
import type { Winspool } from '../../../main/core/printing/transports/winspool-calls.ts';
import { createWinspool } from '../../../main/core/printing/transports/winspool.ts';
import { systemClock } from '../../../main/core/boot/system-ports.ts';

const SLIP = new Uint8Array(14_836).fill(0x41);
/** A job that was taken has reached its limit. */
const JOB_MS = 30_000;
/** What GetJob fails with when the job is not there. */
const ERROR_INVALID_PARAMETER = 87;
const TARGET = { kind: 'spooler', id: 'ELGIN i9' } as const;

/**
 * What a spooler that is not there would do: this is the part above Windows' own calls, which runs on any system. Taking a job
 * lasts `submitMs`, and nothing else takes time.
 */
function standIn(special: Partial<Winspool> = {}, submitMs = 0) {
  const told: string[] = [];
  let now = 0;
  const clock = { ...systemClock, monotonic: () => now };
  const spool: Winspool = {
    open: (queue) => (queue === TARGET.id ? 7n : null),
    close: () => void told.push('close'),
    lastError: () => ERROR_INVALID_PARAMETER,
    names: () => [TARGET.id, 'Microsoft Print to PDF'],
    status: () => 0,
    attributes: () => 0,
    startDocument() {
      now += submitMs;
      return 42;
    },
    write: (_, bytes) => bytes.length,
    endDocument: () => true,
    jobStatus: () => null,
    deleteJob: (_, job) => void told.push(`delete ${job}`),
    ...special,
  };
  const system = createWinspool(async () => Promise.resolve(spool));
  return { spooler: createSpoolerTransport(clock, system), system, told };
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
  const { spooler, told } = standIn({ jobStatus: () => 0x8 }, JOB_MS);
  expect(await spooler.send(TARGET, SLIP, { dialect: 'dle' })).toMatchObject({
    kind: 'partial',
    reason: 'NO_PROGRESS',
    accepted: 0,
    maybe: SLIP.length,
  });
  expect(told).toContain('delete 42');
});

it('does not know what comes out of a job that the spooler did not take whole', async () => {
  const { spooler, told } = standIn({ write: () => 4_096 });
  expect(await spooler.send(TARGET, SLIP, { dialect: 'dle' })).toMatchObject({
    kind: 'partial',
    reason: 'REJECTED',
    accepted: 0,
    maybe: 4_096,
  });
  expect(told).toContain('delete 42');
});

it('has not started a job of which the spooler took nothing', async () => {
  for (const special of [{ startDocument: () => 0 }, { write: () => 0 }]) {
    const outcome = await standIn(special).spooler.send(TARGET, SLIP, { dialect: 'dle' });
    expect(outcome).toMatchObject({ kind: 'not_started', reason: 'REJECTED' });
  }
});

it('does not take a spooler that stops meanwhile for one that has printed', async () => {
  const opened: (bigint | null)[] = [7n, 7n, null];
  const { spooler } = standIn({ open: () => opened.shift() ?? null, lastError: () => 1722 }, JOB_MS);
  const outcome = await spooler.send(TARGET, SLIP, { dialect: 'dle' });
  expect(outcome).toMatchObject({ kind: 'partial', reason: 'NO_DRIVER', maybe: SLIP.length });
});

it.each<[string, number, Partial<PrinterStatus>, string]>([
  ['out of paper', 0x10, { paper: 'out' }, 'PAPER_OUT'],
  ['open', 0x40_0000, { cover: 'open' }, 'COVER_OPEN'],
  ['offline', 0x80, { online: 'no' }, 'OFFLINE'],
])('gives no job to a printer that Windows knows to be %s', async (_, bits, status, reason) => {
  const { spooler } = standIn({ status: () => bits });
  expect(await spooler.status(TARGET, { dialect: 'none' })).toMatchObject({ kind: 'asked', status });
  expect(await spooler.send(TARGET, SLIP, { dialect: 'none' })).toMatchObject({
    kind: 'not_started',
    reason,
  });
});

it.each([
  ['paused', 0x1, 'OFFLINE'],
  ['being deleted', 0x4, 'REJECTED'],
])('gives no job to a queue that is %s', async (words, bits, reason) => {
  const { spooler } = standIn({ status: () => bits });
  const refused = { reason, detail: expect.stringContaining(words) as unknown };
  expect(await spooler.status(TARGET, { dialect: 'none' })).toMatchObject({
    kind: 'unreachable',
    ...refused,
  });
  expect(await spooler.send(TARGET, SLIP, { dialect: 'none' })).toMatchObject({
    kind: 'not_started',
    ...refused,
  });
});

it('gives no job to a printer that Windows uses offline, as one that is unplugged', async () => {
  const { spooler } = standIn({ attributes: () => 0x400 });
  expect(await spooler.status(TARGET, { dialect: 'none' })).toMatchObject({ status: { online: 'no' } });
  expect(await spooler.send(TARGET, SLIP, { dialect: 'none' })).toMatchObject({
    kind: 'not_started',
    reason: 'OFFLINE',
  });
});

it('gives no job to a queue whose state the spooler does not tell', async () => {
  const { spooler } = standIn({ status: () => null, lastError: () => 1722 });
  expect(await spooler.send(TARGET, SLIP, { dialect: 'none' })).toMatchObject({
    kind: 'not_started',
    reason: 'NO_DRIVER',
  });
});

it('gives a job to a queue of a provider that does not know the question', async () => {
  const codes = [124, 124];
  const { spooler } = standIn({
    status: () => null,
    lastError: () => codes.shift() ?? ERROR_INVALID_PARAMETER,
    jobStatus: () => 0x80,
  });
  expect(await spooler.send(TARGET, SLIP, { dialect: 'none' })).toMatchObject({ kind: 'delivered' });
});

it.each([
  ['paused', 0x1, 'OFFLINE'],
  ['in error', 0x2 | 0x10, 'OFFLINE'],
  ['offline', 0x20, 'OFFLINE'],
  ['out of paper', 0x10 | 0x20 | 0x40, 'PAPER_OUT'],
  ['blocked by its driver', 0x200, 'NO_DRIVER'],
  ['stuck', 0x10, 'NO_PROGRESS'],
])('takes back a job that is %s, and says so', async (_, bits, reason) => {
  const { spooler, told } = standIn({ jobStatus: () => bits }, JOB_MS);
  expect(await spooler.send(TARGET, SLIP, { dialect: 'none' })).toMatchObject({
    kind: 'partial',
    accepted: 0,
    maybe: SLIP.length,
    reason,
  });
  expect(told).toContain('delete 42');
});

it.each([
  ['being deleted', 0x4],
  ['deleted', 0x100],
])('does not take a job that is %s for a printed one', async (_, bits) => {
  const looks = [0x8, bits];
  const { spooler } = standIn({ jobStatus: () => looks.shift() ?? null });
  expect(await spooler.send(TARGET, SLIP, { dialect: 'none' })).toMatchObject({
    kind: 'partial',
    accepted: 0,
    maybe: SLIP.length,
    reason: 'REMOVED',
  });
});

it('does not take a job that the spooler cannot tell of for a printed one', async () => {
  const { spooler } = standIn({ jobStatus: () => null, lastError: () => 1722 }, JOB_MS);
  expect(await spooler.send(TARGET, SLIP, { dialect: 'none' })).toMatchObject({
    kind: 'partial',
    reason: 'NO_PROGRESS',
  });
});

it('sends nothing when the spooler hung before the job for longer than the job may take', async () => {
  let now = 0;
  const submitted: string[] = [];
  const clock = { ...systemClock, monotonic: () => now };
  const { system } = standIn({
    status() {
      now += 31_000;
      return 0;
    },
    startDocument(_, title) {
      submitted.push(title);
      return 42;
    },
  });
  const outcome = await createSpoolerTransport(clock, system).send(TARGET, SLIP, { dialect: 'none' });
  expect(outcome).toMatchObject({ kind: 'not_started', reason: 'ABORTED' });
  expect(submitted).toEqual([]);
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
