import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClosingView } from '../../../shared/contract/closing.ts';
import { startFakeTcpPrinter, type FakeTcpPrinter } from '../../support/printers/fake-tcp-printer.ts';
import { networkPrinter } from '../../support/printers/network-printer.ts';
import { printedLines } from '../../support/printers/printed-lines.ts';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import type { Handlers } from '../../../shared/rpc/server.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../../support/core/start-test-core.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

describe('closing a shift', () => {
  const folder = temporaryFolder();
  let printer: FakeTcpPrinter;
  let app: TestCore;
  let handlers: Handlers;
  let closed: ClosingView;

  beforeAll(async () => {
    app = await startTestCore(folder.path);
    handlers = createHandlers(app.core);
    printer = await startFakeTcpPrinter();
    await app.till().printing.configure(networkPrinter(printer.id), byWindow('test'));
  });
  afterAll(async () => {
    await app.stop();
    await printer.close();
    folder.remove();
  });

  /** Settles when nothing waits for the printer any more. */
  const printedAll = (): Promise<void> =>
    new Promise((resolve) => {
      const look = (): boolean => app.till().printing.open().length === 0;
      if (look()) return resolve();
      const cancel = app.till().onChange(() => {
        if (!look()) return;
        cancel();
        resolve();
      });
    });
  const words = (): string => printedLines(printer.printed()).join('\n');

  it('tells what the shift did, and tells it again to whoever asks twice', async () => {
    const { id } = app.place(2590);
    await app.charge(id, ({ status }) => status === 'pending');
    await handlers['training/act']({ id, act: 'pay' });
    await app.charge(id, ({ status }) => status === 'approved');
    await handlers['charge/finalize']({ id });
    const shiftId = app.till().shifts.open()?.id ?? '';
    const [first, second] = await Promise.all([
      handlers['session/close-shift']({ shiftId }),
      handlers['session/close-shift']({ shiftId }),
    ]);
    expect(second).toEqual(first);
    if (!first.ok) throw new Error(first.error.code);
    closed = first.value;
    expect(closed).toMatchObject({
      id: shiftId,
      operator: 'Ana',
      closedBy: 'Ana',
      byStatus: [{ status: 'aprovado', count: 1, total: 2590 }],
      byWallet: [{ wallet: 'pix', received: { count: 1, total: 2590 }, refunded: { count: 0, total: 0 } }],
      received: { count: 1, total: 2590 },
      net: 2590,
      firstCharge: { id },
      lastCharge: { id },
    });
    expect(closed.days).toHaveLength(1);
    expect(closed.head.hash).toBe(app.till().ledger.log.head().hash.toString('hex'));
    await printedAll();
    expect(words()).toContain('FECHAMENTO DE TURNO');
    expect(words().match(/FECHAMENTO/g)).toHaveLength(1);
    expect(words()).toMatch(/Operador +Ana/);
    expect(words()).toMatch(/Aprovado \(1\) +R\$ 25,90/);
    expect(words().replaceAll(/\s/g, '')).toContain(closed.head.hash);
    expect(await handlers['session/close-shift']({})).toMatchObject({ error: { code: 'not-signed-in' } });
  });

  it('is shown again to a manager, and to nobody else', async () => {
    const ask = () =>
      Promise.all([
        handlers['closing/list']({ cursor: null, limit: 10 }),
        handlers['closing/get']({ id: closed.id }),
        handlers['closing/print-again']({ id: closed.id }),
        handlers['diary/list']({ cursor: null, limit: 10 }),
      ]);
    for (const reply of await ask()) expect(reply).toMatchObject({ error: { code: 'manager-needed' } });
    const operatorId = app.till().operators.byName('Ana')?.id ?? '';
    await handlers['session/sign-in']({ operatorId, pin: '1234' });
    await handlers['manager/enter']({ pin: '4321' });
    const [list, one, again] = await ask();
    expect(list).toEqual({ ok: true, value: { items: [closed], nextCursor: null } });
    expect(one).toEqual({ ok: true, value: closed });
    expect(again).toEqual({ ok: true, value: { id: closed.id } });
    await printedAll();
    expect(words()).toContain('2ª VIA');
    expect(await handlers['closing/get']({ id: 'none' })).toMatchObject({ error: { code: 'not-found' } });
  });

  it('is not printed again without an entry in the diary', async () => {
    const { db } = app.till().ledger;
    const before = words();
    // The slip still finds room, the entry after it does not.
    db.exec(`CREATE TEMP TRIGGER no_entry BEFORE INSERT ON main.ledger_event
      BEGIN SELECT RAISE(ABORT, 'no entry'); END`);
    await expect(async () => handlers['closing/print-again']({ id: closed.id })).rejects.toThrow('no entry');
    db.exec('DROP TRIGGER temp.no_entry');
    expect(app.till().printing.open()).toEqual([]);
    expect(words()).toBe(before);
  });

  it('stands in the diary, which is read page by page', async () => {
    await handlers['session/sign-in']({
      operatorId: app.till().operators.byName('Ana')?.id ?? '',
      pin: '0000',
    });
    const kinds: string[] = [];
    for (let cursor: number | null = null, pages = 0; pages < 50; pages++) {
      const reply = await handlers['diary/list']({ cursor, limit: 2 });
      if (!reply.ok) throw new Error(reply.error.code);
      expect(reply.value.items.length).toBeLessThanOrEqual(2);
      kinds.push(...reply.value.items.map(({ kind }) => kind));
      cursor = reply.value.nextCursor;
      if (cursor === null) break;
    }
    expect(kinds).toEqual([
      'pin-failed',
      'closing-printed-again',
      'manager-entered',
      'shift-opened',
      'shift-closed',
      'settings-changed',
      'shift-opened',
      'operator-added',
      'operator-added',
    ]);
    const changed = await handlers['diary/list']({ cursor: null, limit: 5, kinds: ['settings-changed'] });
    expect(changed.ok && changed.value.items).toMatchObject([{ detail: { printer: networkPrinter().name } }]);
    const only = await handlers['diary/list']({ cursor: null, limit: 5, kinds: ['shift-closed'] });
    expect(only.ok && only.value.items).toMatchObject([
      { kind: 'shift-closed', actorName: 'Ana', chargeId: null, detail: { received: 2590, refunded: 0 } },
    ]);
  });

  it('tells of a return with its amount, from the asking to the end', async () => {
    const id = closed.firstCharge?.id ?? '';
    const amount = 590;
    await handlers['charge/refund']({
      id,
      requestId: 'refund-of-the-test',
      amount,
      pin: '4321',
      reason: 'troca',
    });
    await app.charge(id, ({ status }) => status === 'partially_refunded');
    const reply = await handlers['diary/list']({
      cursor: null,
      limit: 2,
      kinds: ['refund-requested', 'refund-done'],
    });
    expect(reply.ok && reply.value.items).toMatchObject([
      { kind: 'refund-done', chargeId: id, amount },
      { kind: 'refund-requested', chargeId: id, amount, actorName: 'Marta', detail: { reason: 'troca' } },
    ]);
  });
});
