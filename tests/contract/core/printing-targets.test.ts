import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPrinters, joinTransports } from '../../../main/core/printing/transports/create-printers.ts';
import { createSerialTransport } from '../../../main/core/printing/transports/serial.ts';
import type { PrinterTarget } from '../../../main/core/printing/transport-port.ts';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import { systemClock } from '../../../main/core/boot/system-ports.ts';
import { contract } from '../../../shared/contract/index.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';
import type { Handlers } from '../../../shared/rpc/server.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../../support/core/start-test-core.ts';
import { startFakeTcpPrinter, type FakeTcpPrinter } from '../../support/printers/fake-tcp-printer.ts';
import { networkPrinter } from '../../support/printers/network-printer.ts';
import { printedLines } from '../../support/printers/printed-lines.ts';

const CHOICE = { profile: 'epson', encoder: 'pos' } as const;
const UNKNOWN = '01JDPR1NTERAAAAAAAAAAAAAA1';
const QUIET = { automatic: false, drawer: false };

describe('where a page can print', () => {
  const folder = temporaryFolder();
  let app: TestCore;
  let call: Handlers;
  let printer: FakeTcpPrinter;

  beforeAll(async () => {
    printer = await startFakeTcpPrinter();
    const printers = createPrinters(systemClock, () => [printer.address]);
    app = await startTestCore(folder.path, { printers });
    call = createHandlers(app.core);
  });
  afterAll(async () => {
    await app.stop();
    await printer.close();
    folder.remove();
  });

  const tokenAt = async (address: string): Promise<string> => {
    const found = await call['printing/find-at']({ address });
    if (!found.ok) throw new Error(found.error.code);
    return found.value.printer;
  };

  it('is nowhere while a cashier is signed in and no manager is at the desk', async () => {
    const setup = { ...CHOICE, printer: UNKNOWN };
    const answers = await Promise.all([
      call['printing/discover']({}),
      call['printing/find-at']({ address: printer.address }),
      call['printing/test-page']({ setup }),
      call['printing/configure']({ setup, ...QUIET }),
      call['printing/configure']({ setup: null, ...QUIET }),
    ]);
    for (const answer of answers) expect(answer).toMatchObject({ error: { code: 'manager-needed' } });
    expect(printer.printed()).toHaveLength(0);
    expect(app.till().settings.get().printer).toBeNull();
  });

  it.each([
    ['a file', { kind: 'file', id: '/etc/profile.d/x.sh' }],
    ['a device file by its path', { kind: 'devfile', id: '/dev/usb/lp0' }],
    ['another file as a device', { kind: 'devfile', id: '/var/lib/balcao/ledger.db' }],
    ['a host and a port', { kind: 'tcp9100', id: '192.0.2.7:80' }],
    ['a queue of another server', { kind: 'spooler', id: 'caixa@192.0.2.7' }],
    ['a serial port', { kind: 'serial', id: '/dev/ttyS0' }],
  ])('is no place that the page names: %s', (_, target) => {
    for (const setup of [
      { target, name: 'x', ...CHOICE },
      { printer: UNKNOWN, target, ...CHOICE },
      { printer: target, ...CHOICE },
      { printer: target.id, ...CHOICE },
    ]) {
      expect(contract['printing/test-page'].input.safeParse({ setup }).success).toBe(false);
      expect(contract['printing/configure'].input.safeParse({ setup, ...QUIET }).success).toBe(false);
    }
  });

  describe('with a manager at the desk', () => {
    beforeAll(async () => {
      expect(await call['manager/enter']({ pin: '4321' })).toMatchObject({ ok: true });
    });

    it('is no printer by a token that the core did not give out', async () => {
      const setup = { ...CHOICE, printer: UNKNOWN };
      for (const answer of [
        await call['printing/test-page']({ setup }),
        await call['printing/configure']({ setup, ...QUIET }),
      ])
        expect(answer).toMatchObject({ error: { code: 'unknown-printer' } });
    });

    it('is no address outside the shop, no name, and no other port', async () => {
      const refusal = async (address: string): Promise<string> => {
        const found = await call['printing/find-at']({ address });
        return found.ok ? 'found' : found.error.code;
      };
      expect(await refusal('192.0.2.7')).toBe('public-address');
      expect(await refusal('[2001:db8::7]:9100')).toBe('public-address');
      expect(await refusal('printer.example')).toBe('not-an-address');
      expect(await refusal('/dev/usb/lp0')).toBe('not-an-address');
      expect(await refusal('127.0.0.1:7373')).toBe('other-port');
    });

    it('is a printer that the search found, by the same token each time', async () => {
      const search = async () => {
        const found = await call['printing/discover']({});
        if (!found.ok) throw new Error(found.error.code);
        return found.value.printers.find(({ place }) => place === printer.address);
      };
      const found = await search();
      expect(found).toMatchObject({ kind: 'tcp9100', label: printer.address, isBarePort: false });
      expect((await search())?.printer).toBe(found?.printer);
      expect(await tokenAt(printer.address)).toBe(found?.printer);
      expect(JSON.stringify(found)).not.toContain(':9100');
    });

    it('tells a printer that answers after the test from one that only takes it', async () => {
      const setup = { ...CHOICE, printer: await tokenAt(printer.address) };
      expect(await call['printing/test-page']({ setup })).toEqual({
        ok: true,
        value: { outcome: 'confirmed', reason: null, detail: null },
      });
      expect(printedLines(printer.printed()).join('\n')).toContain('Epson TM-T20');
      printer.faults.silent = true;
      expect(await call['printing/test-page']({ setup })).toMatchObject({ value: { outcome: 'sent' } });
      printer.faults.silent = false;
    });

    it('gives the text of the system to support, and writes it to the log', async () => {
      const setup = { ...CHOICE, printer: await tokenAt('127.200.200.200') };
      const tested = await call['printing/test-page']({ setup });
      expect(tested).toMatchObject({ value: { outcome: 'not-started', reason: 'UNREACHABLE' } });
      const detail = tested.ok ? tested.value.detail : null;
      expect(detail).toContain('ECONNREFUSED');
      expect(app.logs).toContainEqual(
        expect.objectContaining({
          event: 'test-page-failed',
          fields: expect.objectContaining({ reason: 'UNREACHABLE', detail }),
        }),
      );
    });

    it('sets up the printer of a token, under the name that the core gave it', async () => {
      const setup = { ...CHOICE, printer: await tokenAt(printer.address) };
      expect(await call['printing/configure']({ setup, ...QUIET })).toMatchObject({ ok: true });
      expect(app.till().settings.get().printer).toEqual({
        target: { kind: 'tcp9100', id: printer.id },
        name: printer.address,
        ...CHOICE,
        ...QUIET,
      });
      expect(app.till().ledger.log.head().seq).toBeGreaterThan(0);
    });

    it('ends with the manager', async () => {
      const setup = { ...CHOICE, printer: await tokenAt(printer.address) };
      await call['manager/leave']({});
      const before = printer.printed().length;
      expect(await call['printing/test-page']({ setup })).toMatchObject({
        error: { code: 'manager-needed' },
      });
      expect(printer.printed()).toHaveLength(before);
    });
  });

  describe('a set-up of an earlier version', () => {
    /** Prints a slip over a stored set-up. Returns why its job waits, or null if it was printed. */
    const printOver = async (target: PrinterTarget): Promise<string | null> => {
      const till = app.till();
      await till.printing.configure({ ...networkPrinter(), target }, byWindow('test'));
      const { id } = app.place(900);
      await app.charge(id, ({ status }) => status === 'pending');
      const printed = await call['printing/print']({ chargeId: id, slip: 'qr-slip' });
      if (!printed.ok) throw new Error(printed.error.code);
      const slipId = printed.value.id;
      const reason = await new Promise<string | null>((resolve) => {
        const cancel = till.onChange(look);
        function look(): void {
          const job = till.printing.open().find((each) => each.id === slipId);
          if (job !== undefined && job.reason === null) return;
          cancel();
          resolve(job?.reason ?? null);
        }
        look();
      });
      await call['charge/cancel']({ id });
      await app.charge(id, ({ status }) => status === 'cancelled');
      return reason;
    };

    it('works at a network printer of the shop', async () => {
      const before = printer.printed().length;
      expect(await printOver({ kind: 'tcp9100', id: printer.id })).toBeNull();
      expect(printer.printed().length).toBeGreaterThan(before);
    });

    it('is refused at a file, at a path that is no printer, and at another port', async () => {
      const shell = join(folder.path, 'profile.sh');
      const books = join(folder.path, 'books.db');
      for (const file of [shell, books]) writeFileSync(file, 'as it was');
      let received = 0;
      const server = createServer((socket) => socket.on('data', (bytes) => (received += bytes.length)));
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;

      expect(await printOver({ kind: 'file', id: shell })).toBe('NOT_ALLOWED');
      expect(app.till().printing.state()).toBe('unreachable');
      expect(await printOver({ kind: 'devfile', id: books })).toBe('NOT_ALLOWED');
      expect(await printOver({ kind: 'tcp9100', id: `127.0.0.1:${port}` })).toBe('NOT_ALLOWED');
      expect(await printOver({ kind: 'tcp9100', id: '192.0.2.7:9100' })).toBe('NOT_ALLOWED');
      server.close();
      expect(received).toBe(0);
      for (const file of [shell, books]) expect(readFileSync(file, 'utf8')).toBe('as it was');
    });
  });
});

describe('a serial port in the search', () => {
  const none = { manufacturer: undefined, serialNumber: undefined, pnpId: undefined, locationId: undefined };
  /** Ports as the serial library lists them: a line of the board, an adapter, and a printer with a known identity. */
  const listed = [
    { ...none, path: 'COM1', vendorId: undefined, productId: undefined },
    { ...none, path: 'COM4', manufacturer: 'FTDI', serialNumber: 'A1', vendorId: '0403', productId: '6001' },
    {
      ...none,
      path: 'COM5',
      manufacturer: 'Bematech',
      serialNumber: 'B1',
      vendorId: '0b1b',
      productId: '0003',
    },
  ];

  it('is bare unless a known printer is plugged in at it', async () => {
    const folder = temporaryFolder();
    const transport = createSerialTransport(systemClock, async () => Promise.resolve(listed));
    const app = await startTestCore(folder.path, { printers: joinTransports([transport]) });
    const call = createHandlers(app.core);
    await call['manager/enter']({ pin: '4321' });
    const found = await call['printing/discover']({});
    await app.stop();
    folder.remove();
    expect(found.ok && found.value.printers.map(({ label, isBarePort }) => [label, isBarePort])).toEqual([
      ['COM1', true],
      ['FTDI (COM4)', true],
      ['Bematech (COM5)', false],
    ]);
  });
});
