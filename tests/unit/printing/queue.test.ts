import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import type { SendOutcome } from '../../../main/core/printing/transport-port.ts';
import * as says from '../../support/gateway/scripted-gateway.ts';
import { printedLines } from '../../support/printers/printed-lines.ts';
import {
  CUT_OFF,
  DELIVERED,
  PAPER_OUT,
  WELL,
  UNREACHABLE,
} from '../../support/printers/scripted-printers.ts';
import { AMOUNT } from '../charges/setup-till.ts';
import { givenUp, refundRequested } from '../domain/charge/samples.ts';
import { paidSale, PRINTER, setUpPrinting, showQr } from './printing-shop.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

const words = (bytes: Uint8Array): string => printedLines(bytes).join('\n');

describe('a QR on paper', () => {
  it('gives the charge ten minutes, comes out once, and a second time as a copy', async () => {
    const { shop, printers } = await setUpPrinting();
    const id = await showQr(shop);
    await shop.clock.advance(4 * MINUTE);
    const print = () => shop.till.printing.desk.print(id, 'qr-slip', byWindow('ana'));
    expect(print().ok).toBe(true);
    // Struck twice it is one slip.
    expect(print().ok).toBe(true);
    await shop.clock.advance(0);
    expect(printers.sent).toHaveLength(1);
    expect(shop.charge(id)).toMatchObject({ timeLimitMs: 10 * MINUTE, extended: false });
    await shop.clock.advance(9 * MINUTE);
    expect(shop.charge(id).status).toBe('pending');
    expect(print().ok).toBe(true);
    await shop.clock.advance(0);
    expect(printers.sent).toHaveLength(2);
    expect(words(printers.sent[0]!.bytes)).not.toContain('2ª VIA');
    expect(words(printers.sent[1]!.bytes)).toContain('2ª VIA');
    // The copy does not live longer than the first.
    await shop.clock.advance(2 * MINUTE);
    expect(shop.charge(id).status).not.toBe('pending');
  });

  it('is refused without paper, and the charge keeps its time', async () => {
    const { shop, printers } = await setUpPrinting();
    printers.health = PAPER_OUT;
    await shop.clock.advance(MINUTE);
    expect(shop.till.printing.state()).toBe('paper-out');
    const id = await showQr(shop);
    expect(shop.till.printing.desk.print(id, 'qr-slip', byWindow('ana'))).toEqual({
      ok: false,
      error: 'paper-out',
    });
    expect(shop.charge(id).timeLimitMs).toBe(5 * MINUTE);
    expect(printers.sent).toHaveLength(0);
  });

  it('is withdrawn by a payment and by a cancel while the printer is away', async () => {
    const { shop, printers } = await setUpPrinting();
    printers.outcomes.push(UNREACHABLE, UNREACHABLE);
    const given = await showQr(shop);
    shop.till.printing.desk.print(given, 'qr-slip', byWindow('ana'));
    await shop.clock.advance(0);
    expect(shop.till.printing.open()).toMatchObject([{ state: 'queued', reason: 'UNREACHABLE' }]);
    shop.act(given, givenUp());
    expect(shop.till.printing.open()).toEqual([]);
    await shop.clock.advance(MINUTE);
    expect(printers.sent).toHaveLength(1);
  });
});

describe('a QR on its way to a printer while its charge ends', () => {
  it('is not tried again when no byte had left', async () => {
    const { shop, printers } = await setUpPrinting();
    const outcome = Promise.withResolvers<SendOutcome>();
    printers.outcomes.push(outcome.promise);
    const id = await showQr(shop);
    shop.till.printing.desk.print(id, 'qr-slip', byWindow('ana'));
    await shop.clock.advance(0);
    shop.act(id, givenUp());
    outcome.resolve(UNREACHABLE);
    await shop.clock.advance(MINUTE);
    expect(printers.sent).toHaveLength(1);
    expect(shop.till.printing.open()).toEqual([]);
  });

  it('is not printed again when it stopped in the middle: only dropped, or taken for out', async () => {
    const { shop, printers } = await setUpPrinting();
    const outcome = Promise.withResolvers<SendOutcome>();
    printers.outcomes.push(outcome.promise);
    const id = await showQr(shop);
    const printed = shop.till.printing.desk.print(id, 'qr-slip', byWindow('ana'));
    if (!printed.ok) throw new Error(printed.error);
    await shop.clock.advance(0);
    shop.act(id, givenUp());
    outcome.resolve(CUT_OFF);
    await shop.clock.advance(MINUTE);
    const { desk } = shop.till.printing;
    expect(desk.reprint(printed.value.id)).toEqual({ ok: false, error: 'not-printable' });
    expect(desk.discard(printed.value.id).ok).toBe(true);
    expect(printers.sent).toHaveLength(1);
  });
});

describe('a printer that does not print', () => {
  it('not reached: tried again by itself, with longer and longer waits, and then it comes out once', async () => {
    const { shop, printers } = await setUpPrinting();
    const id = await paidSale(shop);
    printers.outcomes.push(UNREACHABLE, UNREACHABLE, UNREACHABLE, DELIVERED);
    shop.till.printing.desk.print(id, 'receipt', byWindow('ana'));
    await shop.clock.advance(0);
    for (const [wait, tries] of [
      [SECOND, 2],
      [2 * SECOND, 3],
      [5 * SECOND, 4],
    ] as const) {
      await shop.clock.advance(wait - 1);
      expect(printers.sent).toHaveLength(tries - 1);
      await shop.clock.advance(1);
      expect(printers.sent).toHaveLength(tries);
    }
    expect(shop.till.printing.open()).toEqual([]);
    await shop.clock.advance(HOUR);
    expect(printers.sent).toHaveLength(4);
  });

  it('is asked at once what is wrong, and printing goes on as soon as it is well', async () => {
    const { shop, printers } = await setUpPrinting();
    const id = await paidSale(shop);
    printers.health = PAPER_OUT;
    const noPaper = { kind: 'not_started', reason: 'PAPER_OUT', detail: '' } as const;
    printers.outcomes.push(...Array.from({ length: 20 }, () => noPaper));
    shop.till.printing.desk.print(id, 'receipt', byWindow('ana'));
    await shop.clock.advance(2 * SECOND);
    expect(shop.till.printing.state()).toBe('paper-out');
    await shop.clock.advance(2 * MINUTE);
    printers.outcomes.length = 0;
    printers.health = WELL;
    await shop.clock.advance(6 * SECOND);
    expect(shop.till.printing.open()).toEqual([]);
    expect(shop.till.printing.state()).toBe('ready');
  });

  it('stopped in the middle: held until the cashier says that it came out', async () => {
    const { shop, printers } = await setUpPrinting();
    const id = await paidSale(shop);
    printers.outcomes.push(CUT_OFF);
    const printed = shop.till.printing.desk.print(id, 'receipt', byWindow('ana'));
    await shop.clock.advance(HOUR);
    expect(printers.sent).toHaveLength(1);
    expect(shop.till.printing.open()).toMatchObject([{ state: 'held', reason: 'UNPLUGGED', accepted: 100 }]);
    if (!printed.ok) throw new Error(printed.error);
    expect(shop.till.printing.desk.cameOut(printed.value.id).ok).toBe(true);
    expect(shop.till.printing.desk.cameOut(printed.value.id)).toEqual({ ok: false, error: 'not-held' });
    expect(shop.till.printing.open()).toEqual([]);
  });

  it('reprinted it says 2ª VIA, once, however often it is asked for', async () => {
    const { shop, printers } = await setUpPrinting();
    const id = await paidSale(shop);
    printers.outcomes.push(CUT_OFF);
    const printed = shop.till.printing.desk.print(id, 'receipt', byWindow('ana'));
    if (!printed.ok) throw new Error(printed.error);
    await shop.clock.advance(0);
    expect(shop.till.printing.desk.reprint(printed.value.id).ok).toBe(true);
    expect(shop.till.printing.desk.reprint(printed.value.id)).toEqual({ ok: false, error: 'not-held' });
    await shop.clock.advance(0);
    expect(printers.sent).toHaveLength(2);
    expect(words(printers.sent[1]!.bytes)).toContain('2ª VIA');
    expect(shop.till.printing.open()).toEqual([]);
  });

  it('the till dies while it prints: at the next start nobody knows, and a person decides', async () => {
    const { shop, printers } = await setUpPrinting();
    const id = await paidSale(shop);
    printers.outcomes.push(new Promise<SendOutcome>(() => undefined));
    shop.till.printing.desk.print(id, 'receipt', byWindow('ana'));
    await shop.clock.advance(0);
    shop.crash();
    shop.start();
    await shop.clock.advance(MINUTE);
    expect(printers.sent).toHaveLength(1);
    expect(shop.till.printing.open()).toMatchObject([{ state: 'unknown', reason: 'TILL_ENDED' }]);
  });

  it('a stop does not wait for a printer that never returns, and a person decides after the next start', async () => {
    const { shop, printers } = await setUpPrinting();
    const id = await paidSale(shop);
    const late = Promise.withResolvers<SendOutcome>();
    printers.outcomes.push(late.promise);
    shop.till.printing.desk.print(id, 'receipt', byWindow('ana'));
    await shop.clock.advance(0);
    const stopped = shop.till.printing.stop();
    await shop.clock.advance(4 * SECOND);
    await stopped;
    // The ledger may be closed: a late outcome is not written.
    late.resolve(CUT_OFF);
    await shop.clock.advance(0);
    expect(shop.till.printing.open()).toMatchObject([{ state: 'sending' }]);
    shop.crash();
    shop.start();
    await shop.clock.advance(MINUTE);
    expect(printers.sent).toHaveLength(1);
    expect(shop.till.printing.open()).toMatchObject([{ state: 'unknown', reason: 'TILL_ENDED' }]);
  });

  it('the disk does not take what came of it: nothing else is printed until it does', async () => {
    const { shop, printers } = await setUpPrinting();
    const [id, next] = [await paidSale(shop), await paidSale(shop, 'order-2')];
    const outcome = Promise.withResolvers<SendOutcome>();
    printers.outcomes.push(outcome.promise);
    const first = shop.till.printing.desk.print(id, 'receipt', byWindow('ana'));
    if (!first.ok) throw new Error(first.error);
    shop.till.printing.desk.print(next, 'receipt', byWindow('ana'));
    await shop.clock.advance(0);
    shop.till.ledger.db.pragma('query_only = ON');
    outcome.resolve(CUT_OFF);
    await shop.clock.advance(MINUTE);
    expect(printers.sent).toHaveLength(1);
    shop.till.ledger.db.pragma('query_only = OFF');
    await shop.clock.advance(5 * SECOND);
    expect(shop.till.printing.open()).toMatchObject([
      { id: first.value.id, state: 'held', reason: 'UNPLUGGED' },
    ]);
    expect(printers.sent).toHaveLength(2);
  });

  it('in the morning yesterday’s slips do not come out by themselves', async () => {
    const { shop, printers } = await setUpPrinting();
    const id = await paidSale(shop);
    printers.outcomes.push(...Array.from({ length: 2_000 }, () => UNREACHABLE));
    shop.till.printing.desk.print(id, 'receipt', byWindow('ana'));
    await shop.clock.advance(12 * HOUR);
    printers.outcomes.length = 0;
    const tried = printers.sent.length;
    await shop.clock.advance(HOUR);
    expect(printers.sent).toHaveLength(tried);
    expect(shop.till.printing.open()).toMatchObject([{ state: 'held', reason: 'STALE' }]);
  });

  it('delays no other printer, and no sale', async () => {
    const { shop, printers } = await setUpPrinting();
    const id = await paidSale(shop);
    printers.outcomes.push(new Promise<SendOutcome>(() => undefined));
    shop.till.printing.desk.print(id, 'receipt', byWindow('ana'));
    await shop.clock.advance(0);
    const other = { ...PRINTER, target: { kind: 'tcp9100', id: '192.168.0.51:9100' } } as const;
    await shop.till.printing.configure(other, byWindow('marta'));
    const next = await paidSale(shop, 'order-2');
    shop.till.printing.desk.print(next, 'receipt', byWindow('ana'));
    await shop.clock.advance(0);
    expect(printers.sent.map(({ target }) => target.id)).toEqual([PRINTER.target.id, other.target.id]);
  });
});

describe('what comes out by itself', () => {
  it('the receipt of a payment, and a slip of each return; nothing of a late payment', async () => {
    const { shop, printers } = await setUpPrinting({ automatic: true });
    const id = await paidSale(shop);
    await shop.clock.advance(0);
    expect(printers.sent).toHaveLength(1);
    expect(words(printers.sent[0]!.bytes)).toContain('COMPROVANTE DE PAGAMENTO');
    shop.gateway.next('refund', says.orderWord('partial_refunded', 'order-1'));
    shop.act(id, refundRequested(300));
    await shop.clock.advance(0);
    await shop.clock.advance(0);
    expect(printers.sent).toHaveLength(2);
    expect(words(printers.sent[1]!.bytes)).toContain('3,00');
  });

  it('is written with the payment or not at all', async () => {
    const { shop } = await setUpPrinting({ automatic: true });
    const id = await showQr(shop);
    shop.till.ledger.db.exec('DROP TABLE print_job');
    shop.gateway.next('read', says.reading('approved', { orderId: 'order-1', paidAmount: AMOUNT }));
    await shop.clock.advance(3 * SECOND);
    expect(shop.charge(id).status).toBe('pending');
  });
});
