import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cupsPackages } from '../../../../build/run/debian-packages.ts';
import type { PrinterTarget } from '../../../../main/core/printing/transport-port.ts';
import { createCups } from '../../../../main/core/printing/transports/cups.ts';
import { createSpoolerTransport } from '../../../../main/core/printing/transports/spooler.ts';
import { systemClock } from '../../../../main/core/boot/system-ports.ts';
import { samplePaper } from '../../../support/printer-rigs/paper.ts';
import { startCups, type PrivateCups } from '../../../support/printer-rigs/start-cups.ts';
import { notRun, whyNotWith } from '../../../support/printer-rigs/why-not.ts';
import { startFakeTcpPrinter, type FakeTcpPrinter } from '../../../support/printers/fake-tcp-printer.ts';

const whyNot = await whyNotWith(cupsPackages);
const paper = samplePaper();
const QUEUE: PrinterTarget = { kind: 'spooler', id: 'caixa' };
const RAW = { dialect: 'none' } as const;

describe.skipIf(whyNot !== undefined)(`a raw queue of CUPS${notRun(whyNot)}`, () => {
  let cups: PrivateCups;
  let printer: FakeTcpPrinter;

  beforeAll(async () => {
    cups = await startCups();
  });
  afterAll(async () => cups.stop());
  beforeEach(async () => {
    printer = await startFakeTcpPrinter({ silent: true });
    await cups.addRawQueue(QUEUE.id, printer.id);
  });
  afterEach(async () => printer.close());

  const spooler = () => createSpoolerTransport(systemClock, createCups(cups.environment));

  it('is found by its name', async () => {
    expect(await spooler().list()).toEqual([{ target: QUEUE, label: 'caixa', place: 'caixa' }]);
  });

  it.each(['native', 'raster', 'everyByte'] as const)('passes a job on byte for byte: %s', async (name) => {
    const outcome = await spooler().send(QUEUE, paper[name], RAW);
    // A queue says that it let the job go, and nobody was asked whether paper came out.
    expect(outcome).toMatchObject({ kind: 'delivered', confirmed: false });
    await printer.hasPrinted(paper[name].length);
    expect(Buffer.from(printer.printed()).equals(paper[name])).toBe(true);
  });

  it('is in doubt about a printer that is switched off, and keeps nothing for it', async () => {
    const away = await startFakeTcpPrinter();
    await away.close();
    await cups.addRawQueue(QUEUE.id, away.id);
    const outcome = await spooler().send(QUEUE, paper.native, { ...RAW, jobMs: 3_000 });
    expect(outcome).toMatchObject({
      kind: 'partial',
      accepted: 0,
      maybe: paper.native.length,
      reason: 'NO_PROGRESS',
    });
    expect(await cups.waiting()).toBe('');
  });

  it('does not take a job for printed that was deleted from the queue', async () => {
    const away = await startFakeTcpPrinter();
    await away.close();
    await cups.addRawQueue(QUEUE.id, away.id);
    const sending = spooler().send(QUEUE, paper.native, RAW);
    await cups.deleteJob(QUEUE.id);
    expect(await sending).toMatchObject({
      kind: 'partial',
      accepted: 0,
      maybe: paper.native.length,
      reason: 'REMOVED',
    });
  });

  it('takes nothing once somebody has stopped it, and says so', async () => {
    await cups.disable(QUEUE.id, 'sem rolo');
    const outcome = await spooler().send(QUEUE, paper.native, RAW);
    expect(outcome).toMatchObject({ kind: 'not_started', reason: 'OFFLINE' });
    expect(outcome.kind === 'not_started' && outcome.detail).toContain('sem rolo');
    expect(await cups.waiting()).toBe('');
  });

  it('is refused by a name that CUPS does not know', async () => {
    const nobody = { kind: 'spooler', id: 'ninguem' } as const;
    expect(await spooler().send(nobody, paper.native, RAW)).toMatchObject({
      kind: 'not_started',
      reason: 'REJECTED',
    });
    expect(await spooler().status(nobody, RAW)).toMatchObject({ kind: 'unreachable', reason: 'REJECTED' });
  });

  it.each(['caixa@192.0.2.7', 'caixa@192.0.2.7:9100/caixa', '-h 192.0.2.7', ''])(
    'is not asked for on another server: %s',
    async (id) => {
      const outcome = await spooler().send({ kind: 'spooler', id }, paper.native, RAW);
      expect(outcome).toMatchObject({ kind: 'not_started', reason: 'REJECTED' });
      expect(outcome).toHaveProperty('detail', `the system lists no queue ${id}`);
    },
  );

  it('cannot be searched or used where no print server runs', async () => {
    const without = createCups({ ...cups.environment, CUPS_SERVER: '/nonexistent/cups.sock' });
    const transport = createSpoolerTransport(systemClock, without);
    await expect(transport.list()).rejects.toThrow('scheduler is not running');
    expect(await transport.send(QUEUE, paper.native, RAW)).toMatchObject({ kind: 'not_started' });
  });
});
