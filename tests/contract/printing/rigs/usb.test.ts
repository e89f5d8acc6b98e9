import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guestPackages } from '../../../../build/run/debian-packages.ts';
import type { SendOutcome } from '../../../../main/core/printing/transport-port.ts';
import { slipsWords as words } from '../../../../renderer/i18n/pt-br/slips.ts';
import { temporaryFolder } from '../../../support/core/start-test-core.ts';
import { samplePaper } from '../../../support/printer-rigs/paper.ts';
import { GUEST_HANGS_MS } from '../../../support/printer-rigs/run-guest.ts';
import { findInGuest, type UsbFindings } from '../../../support/printer-rigs/usb-findings.ts';
import { notRun, whyNoKernel, whyNotWith } from '../../../support/printer-rigs/why-not.ts';

const whyNot = (await whyNotWith(guestPackages)) ?? (await whyNoKernel());
const paper = samplePaper();
const folder = temporaryFolder();
let findings: UsbFindings;

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64');
const EPSON = { usb: { vendor: '04b8', product: '0e28' } };
const BEMATECH = { usb: { vendor: '0b1b', product: '0003' } };
const WELL = { online: 'yes', paper: 'ok', cover: 'closed', error: 'none' };

/** The same bytes; if not, the failure tells how many there are and what stands where they part. */
function expectSame(bytes: Buffer, wanted: Buffer): void {
  const parting = wanted.findIndex((byte, index) => bytes[index] !== byte);
  const at = parting < 0 ? wanted.length : parting;
  const told = (of: Buffer) => ({ length: of.length, at, next: of.subarray(at, at + 16).toString('hex') });
  expect(told(bytes)).toEqual(told(wanted));
}

/** What arrived of a job, held against what our side knows of it: nothing more, nothing less, nothing changed. */
function expectCounted(outcome: SendOutcome, arrived: Buffer, chunkBytes: number): void {
  if (outcome.kind !== 'partial') throw new Error(`no partial job: ${JSON.stringify(outcome)}`);
  const { accepted, maybe } = outcome;
  expect(accepted % chunkBytes).toBe(0);
  expect(maybe).toBe(chunkBytes);
  expect(arrived.length).toBeGreaterThanOrEqual(accepted);
  expect(arrived.length).toBeLessThanOrEqual(accepted + maybe);
  expectSame(arrived, paper.roll.subarray(0, arrived.length));
}

describe.skipIf(whyNot !== undefined)(`a virtual printer at a USB cable${notRun(whyNot)}`, () => {
  beforeAll(async () => {
    findings = await findInGuest(folder.path);
  }, GUEST_HANGS_MS * 2);
  afterAll(() => folder.remove());

  describe.each([
    ['usb', 'USB 1-1', 4096, EPSON],
    ['devfile', '/dev/usb/lp0', 4096, EPSON],
    ['serial', '/dev/ttyACM0', 512, BEMATECH],
  ] as const)('over %s', (way, place, chunkBytes, identity) => {
    it('is found by its identity', () => {
      expect(findings.of(way, 'discovery')).toContainEqual({
        target: { kind: way, id: way === 'serial' ? '0b1b:0003:SIM0002' : '04b8:0e28:SIM0001' },
        label: way === 'serial' ? 'Bematech (/dev/ttyACM0)' : 'EPSON TM-T20X',
        place,
        ...identity,
      });
    });

    it.each(['native', 'raster', 'everyByte'] as const)('gets a whole job byte for byte: %s', (name) => {
      const slip = findings.of(way, 'slips').find((each) => each.name === name);
      expect(slip?.outcome).toMatchObject({ kind: 'delivered', confirmed: name === 'native' });
      expectSame(bytesOf(slip?.printed ?? ''), paper[name]);
      // One that is asked nothing gets the job and no byte besides.
      if (name !== 'native') expectSame(bytesOf(slip?.received ?? ''), paper[name]);
    });

    it('stops in the middle: in doubt, with the count of what it has', () => {
      const { outcome, arrived, next } = findings.of(way, 'stall');
      expect(outcome).toMatchObject({ kind: 'partial', reason: 'NO_PROGRESS' });
      expectCounted(outcome, bytesOf(arrived), chunkBytes);
      expect(next).toMatchObject({ kind: 'delivered' });
    });

    it('is unplugged in the middle: in doubt, with a count, and then out of reach', () => {
      const { outcome, read, next } = findings.of(way, 'unplugged');
      expect(outcome).toMatchObject({ kind: 'partial', reason: 'UNPLUGGED', maybe: chunkBytes });
      // What it read is ours to count; what waited in its chip is gone with the cable.
      const readBytes = bytesOf(read);
      expect(outcome.kind === 'partial' && outcome.accepted + outcome.maybe).toBeGreaterThanOrEqual(
        readBytes.length,
      );
      expectSame(readBytes, paper.roll.subarray(0, readBytes.length));
      expect(next).toMatchObject({ kind: 'not_started', reason: 'UNREACHABLE' });
    });

    it('is known again when it is plugged in again, and prints', () => {
      const { found, outcome, printed } = findings.of(way, 'replugged');
      const before = findings.of(way, 'discovery').map(({ target }) => target);
      expect(found.map(({ target }) => target)).toEqual(before);
      expect(outcome).toMatchObject({ kind: 'delivered', confirmed: true, status: WELL });
      expectSame(bytesOf(printed), paper.native);
    });
  });

  describe.each(['usb', 'devfile'] as const)('over %s', (way) => {
    it('tells its state', () => {
      expect(findings.of(way, 'states').said.map(({ reply }) => reply)).toEqual([
        { kind: 'asked', status: WELL },
        { kind: 'asked', status: { ...WELL, paper: 'near-end' } },
        { kind: 'asked', status: { ...WELL, online: 'no', paper: 'out' } },
        { kind: 'asked', status: { ...WELL, online: 'no', cover: 'open' } },
      ]);
    });

    it('gets no byte of a job without paper, or with its cover open', () => {
      const { jobs } = findings.of(way, 'states');
      expect(jobs.map(({ outcome }) => outcome)).toMatchObject([
        { kind: 'not_started', reason: 'PAPER_OUT' },
        { kind: 'not_started', reason: 'COVER_OPEN' },
      ]);
      expect(jobs.map(({ printed }) => printed)).toEqual([0, 0]);
    });

    it('says after the last byte that its paper ended within the slip', () => {
      const { outcome, printed } = findings.of(way, 'paperEnds');
      expect(outcome).toMatchObject({
        kind: 'partial',
        reason: 'PAPER_OUT',
        accepted: paper.native.length,
        maybe: 0,
      });
      expect(printed).toBeLessThan(paper.native.length);
    });
  });

  it('is busy while a program has /dev/usb/lp0 open, and gets no byte', () => {
    const busy = { kind: 'not_started', reason: 'BUSY' };
    expect(findings.of('shared', 'openFile')).toMatchObject({ usb: busy, devfile: busy, printed: 0 });
  });

  it('is busy while a program holds it over libusb', () => {
    const busy = { kind: 'not_started', reason: 'BUSY' };
    expect(findings.of('shared', 'heldAndKilled').held).toMatchObject({
      usb: busy,
      devfile: busy,
      devfileStatus: { kind: 'unreachable', reason: 'BUSY' },
    });
  });

  it('is left without a driver by a program that is killed, and the next job over libusb brings it back', () => {
    const { withoutDriver, usbAfter, devfileAfter, end } = findings.of('shared', 'heldAndKilled');
    expect(withoutDriver).toMatchObject({ kind: 'not_started', reason: 'NO_DRIVER' });
    expect(usbAfter).toMatchObject({ kind: 'delivered', confirmed: true });
    expect(devfileAfter).toMatchObject({ kind: 'delivered', confirmed: true });
    expectSame(bytesOf(end), Buffer.concat([paper.native, paper.native]));
  });

  it.each(['usb', 'devfile', 'serial'] as const)(
    'is seen over %s by a user without rights, and says so',
    (way) => {
      const nobody = findings.of('shared', 'nobody');
      const told = nobody[way];
      const id = way === 'serial' ? '0b1b:0003:SIM0002' : '04b8:0e28:SIM0001';
      const printer = told?.found.find(({ target }) => target.id === id);
      expect(printer?.problem?.reason).toBe('NO_PERMISSION');
      expect(told?.outcome).toMatchObject({ kind: 'not_started', reason: 'NO_PERMISSION' });
      expect(words.printReason.NO_PERMISSION).toMatch(/^Sem permissão/);
      expect(nobody.printed).toBe(0);
    },
  );
});
