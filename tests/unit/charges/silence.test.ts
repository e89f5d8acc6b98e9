import { describe, expect, it } from 'vitest';
import { SECOND } from '../../../shared/kernel/time.ts';
import * as says from '../../support/gateway/scripted-gateway.ts';
import { setUpWindows, type TillWithWindows } from '../rpc/views/setup-windows.ts';

/** A till whose QR is on both screens, and whose gateway answered a moment ago. */
async function qrShown(): Promise<TillWithWindows> {
  const shop = await setUpWindows();
  shop.place();
  await shop.clock.advance(3 * SECOND);
  expect(shop.screen().kind).toBe('qr');
  return shop;
}

const SILENT = [
  ['unreachable', says.unreachable],
  ['without an answer', says.noAnswer],
  ['with a page of a proxy', says.unusable],
] as const;

function silence(shop: TillWithWindows, how: (typeof SILENT)[number][1] = says.unreachable): void {
  shop.gateway.always('read', how);
  shop.gateway.always('wallets', how);
}

function speak(shop: TillWithWindows): void {
  shop.gateway.always('read', says.reading('pending'));
  shop.gateway.always('wallets', { ok: true, value: [says.PIX] });
}

describe('a payable charge while the gateway is silent', () => {
  it.each(SILENT)('keeps answer and QR through an interruption, %s', async (_name, how) => {
    const shop = await qrShown();
    const from = shop.customer.length;
    silence(shop, how);
    await shop.clock.advance(9 * SECOND);
    speak(shop);
    await shop.clock.advance(20 * SECOND);
    const kinds = new Set(shop.customer.slice(from).map(({ screen }) => screen.kind));
    expect([...kinds]).toEqual(['qr']);
    const answers = new Set(shop.cashier.map(({ current }) => current?.answer ?? 'not-paid'));
    expect([...answers]).toEqual(['not-paid']);
    expect(shop.cashier.at(-1)?.current?.noUsableAnswerSince).toBeNull();
  });

  it('tells the cashier since when, and becomes a doubt after ten seconds though nothing else happens', async () => {
    const shop = await qrShown();
    silence(shop);
    await shop.clock.advance(3 * SECOND);
    const since = shop.cashier.at(-1)?.current?.noUsableAnswerSince ?? 0;
    expect(shop.clock.now() - since).toBeLessThan(SECOND);
    await shop.clock.advanceUntil(() => shop.clock.now() - since >= 9_999, 20 * SECOND);
    const last = shop.cashier.length;
    await shop.clock.advance(5 * SECOND);
    const turned = shop.cashier.slice(last).find(({ current }) => current?.answer === 'doubt');
    expect(turned?.current?.noUsableAnswerSince).toBe(since);
    expect(shop.screen()).toEqual({ kind: 'checking', amount: 1000, isPaid: false });
    speak(shop);
    await shop.clock.advance(20 * SECOND);
    expect(shop.screen().kind).toBe('qr');
  });

  it('is short again after each answer, however often the connection fails', async () => {
    const shop = await qrShown();
    for (let time = 0; time < 8; time++) {
      silence(shop);
      await shop.clock.advance(6 * SECOND);
      speak(shop);
      await shop.clock.advance(6 * SECOND);
    }
    expect(shop.customer.filter(({ screen }) => screen.kind === 'checking')).toEqual([]);
  });

  it('is short again after an answer that a person asked for', async () => {
    const shop = await qrShown();
    const id = shop.cashier.at(-1)!.current!.id;
    silence(shop);
    await shop.clock.advance(7 * SECOND);
    speak(shop);
    expect(await shop.till.askGatewayAbout(id)).toBe(true);
    silence(shop);
    await shop.clock.advance(6 * SECOND);
    expect(shop.screen().kind).toBe('qr');
    await shop.clock.advance(20 * SECOND);
    expect(shop.screen().kind).toBe('checking');
  });

  it.each(SILENT)('becomes a doubt though the disk takes nothing, %s', async (_name, how) => {
    const shop = await qrShown();
    // The wallets are answered, so that the look-ups of this order alone tell.
    shop.gateway.always('read', how);
    shop.till.ledger.db.pragma('query_only = ON');
    await shop.clock.advance(60 * SECOND);
    expect(shop.screen().kind).toBe('checking');
  });

  it.each(SILENT)(
    'becomes a doubt if the next answer after a failure takes its time, %s',
    async (_name, how) => {
      const shop = await qrShown();
      // The wallets are answered: the contact is good.
      const next = Promise.withResolvers<typeof says.noAnswer>();
      shop.gateway.next('read', how, () => next.promise);
      await shop.clock.advance(20 * SECOND);
      expect(shop.till.contact().answering).toBe(true);
      expect(shop.screen().kind).toBe('checking');
      next.resolve(says.noAnswer);
      await shop.clock.advance(20 * SECOND);
      expect(shop.screen().kind).toBe('qr');
    },
  );

  it('becomes a doubt if a look-up takes a minute, though none has failed', async () => {
    const shop = await qrShown();
    shop.gateway.always('read', () => Promise.withResolvers<typeof says.noAnswer>().promise);
    await shop.clock.advance(50 * SECOND);
    expect(shop.screen().kind).toBe('qr');
    await shop.clock.advance(15 * SECOND);
    expect(shop.till.contact().answering).toBe(true);
    expect(shop.screen().kind).toBe('checking');
  });

  it('of an earlier run is a doubt until the gateway has answered', async () => {
    const shop = await qrShown();
    const id = shop.cashier.at(-1)!.current!.id;
    silence(shop);
    shop.crash();
    shop.start();
    shop.presenter.attach(shop.till);
    shop.till.leftFromLastRun.delete(id);
    await shop.clock.advance(SECOND);
    expect(shop.screen()).toEqual({ kind: 'checking', amount: 1000, isPaid: false });
  });

  it('of an earlier run is not ended by one more failed look-up', async () => {
    const shop = await qrShown();
    const id = shop.cashier.at(-1)!.current!.id;
    shop.gateway.always('read', says.noAnswer);
    await shop.clock.advance(60 * SECOND);
    expect(shop.screen().kind).toBe('checking');
    shop.crash();
    shop.start();
    shop.presenter.attach(shop.till);
    shop.till.leftFromLastRun.delete(id);
    const from = shop.customer.length;
    await shop.clock.advance(60 * SECOND);
    expect(shop.till.contact().answering).toBe(true);
    expect(shop.customer.slice(from).filter(({ screen }) => screen.kind === 'qr')).toEqual([]);
  });

  it('of an earlier run is not ended by a contact that is lost', async () => {
    const shop = await qrShown();
    const id = shop.cashier.at(-1)!.current!.id;
    shop.gateway.always('read', says.noAnswer);
    await shop.clock.advance(60 * SECOND);
    shop.crash();
    // In the next run the wallets are answered at first, and no look-up ends.
    shop.gateway.always('read', () => Promise.withResolvers<typeof says.noAnswer>().promise);
    shop.start();
    shop.presenter.attach(shop.till);
    shop.till.leftFromLastRun.delete(id);
    const from = shop.customer.length;
    await shop.clock.advanceUntil(() => shop.till.contact().answering, 30 * SECOND);
    shop.gateway.always('wallets', says.unreachable);
    await shop.clock.advanceUntil(() => !shop.till.contact().answering, 120 * SECOND);
    await shop.clock.advance(9 * SECOND);
    expect(shop.screen().kind).toBe('checking');
    expect(shop.customer.slice(from).filter(({ screen }) => screen.kind === 'qr')).toEqual([]);
  });

  it('begins with the first failed look-up of this run, if the earlier run left only one', async () => {
    const shop = await qrShown();
    const id = shop.cashier.at(-1)!.current!.id;
    const failed = (): number => shop.till.ledger.jobs.lookUpOf(id)?.tries ?? 0;
    shop.gateway.always('read', says.noAnswer);
    await shop.clock.advanceUntil(() => failed() === 1, 30 * SECOND);
    shop.crash();
    shop.start();
    shop.presenter.attach(shop.till);
    shop.till.leftFromLastRun.delete(id);
    await shop.clock.advanceUntil(() => failed() === 2, 60 * SECOND);
    expect(shop.till.contact().answering).toBe(true);
    await shop.clock.advance(SECOND);
    expect(shop.screen().kind).toBe('qr');
    await shop.clock.advance(10 * SECOND);
    expect(shop.screen().kind).toBe('checking');
  });
});
