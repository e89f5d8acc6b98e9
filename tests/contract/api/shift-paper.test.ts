import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestBackups } from '../../../main/core/ledger/backup/backups.ts';
import { startFakeTcpPrinter, type FakeTcpPrinter } from '../../support/printers/fake-tcp-printer.ts';
import { networkPrinter } from '../../support/printers/network-printer.ts';
import { printedLines } from '../../support/printers/printed-lines.ts';
import { startTestApi, type TestApi } from '../../support/api/start-test-api.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

describe('a shift that the shop’s own software closes', () => {
  let printer: FakeTcpPrinter;
  let shop: TestApi;
  const shift = (verb: 'open' | 'close') => shop.post(`/v1/shift/${verb}`, { operator: 'Ana', pin: '1234' });
  const closings = (): number =>
    printedLines(printer.printed()).filter((line) => line.includes('FECHAMENTO')).length;
  const queued = (): readonly string[] =>
    shop.app
      .till()
      .ledger.db.prepare<[], string>("SELECT state FROM print_job WHERE document = 'closing' ORDER BY id")
      .pluck()
      .all();
  /** Resolves when nothing waits for the printer any more. */
  const printedAll = (): Promise<void> =>
    new Promise((resolve) => {
      const till = shop.app.till();
      const cancel = till.onChange(look);
      function look(): void {
        if (till.printing.open().length > 0) return;
        cancel();
        resolve();
      }
      look();
    });

  beforeAll(async () => {
    [shop, printer] = await Promise.all([startTestApi(), startFakeTcpPrinter()]);
  });
  afterAll(async () => {
    await shop.stop();
    await printer.close();
  });

  it('prints nothing without a printer, and closes all the same', async () => {
    await shift('open');
    expect((await shift('close')).status).toBe(200);
    expect(queued()).toEqual([]);
  });

  it('prints its closing once, however often it is asked for', async () => {
    await shop.app.till().printing.configure(networkPrinter(printer.id), byWindow('test'));
    await shift('open');
    const answers = await Promise.all([shift('close'), shift('close')]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    await printedAll();
    expect(queued()).toEqual(['delivered']);
    expect(closings()).toBe(1);
    expect((await shift('close')).json['code']).toBe('no_shift');
    expect(queued()).toEqual(['delivered']);
  });

  it('has its slip on disk the moment it is closed', async () => {
    await shift('open');
    const till = shop.app.till();
    expect(till.shifts.end(byWindow('ana')).ok).toBe(true);
    expect(queued()).toEqual(['delivered', 'queued']);
    await printedAll();
    expect(closings()).toBe(2);
  });

  it('is closed all the same where the slip cannot be queued', async () => {
    await shift('open');
    const till = shop.app.till();
    till.ledger.db.exec(
      `CREATE TRIGGER no_room BEFORE INSERT ON print_job BEGIN SELECT RAISE(ABORT, 'no room'); END`,
    );
    const closed = await shift('close');
    till.ledger.db.exec('DROP TRIGGER no_room');
    expect(closed.status).toBe(200);
    expect(till.shifts.open()).toBeNull();
    expect(queued()).toEqual(['delivered', 'delivered']);
  });

  it('is printed, and backed up, when it gives way to the first person', async () => {
    const till = shop.app.till();
    const closingBackups = async (): Promise<number> => {
      // It is made after those that were begun before it.
      await till.backUp('manual');
      return newestBackups(till.folder).filter((file) => file.endsWith('-closing.db')).length;
    };
    const [slips, backups] = [queued().length, await closingBackups()];
    await shop.cancel(await shop.charge(100));
    expect(till.shifts.open()?.operatorId).toBe('api');
    expect((await shift('open')).status).toBe(200);
    expect(queued()).toHaveLength(slips + 1);
    await printedAll();
    expect(printedLines(printer.printed()).join('\n')).toMatch(/Operador +Sistema da loja/);
    expect(await closingBackups()).toBe(backups + 1);
    await shift('close');
  });
});
