import { describe, expect, it } from 'vitest';
import { trackContact, type Contact } from '../../../main/core/gateway/contact.ts';
import { err } from '../../../shared/kernel/result.ts';
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import * as says from '../../support/gateway/scripted-gateway.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';
import { givenUp } from '../domain/charge/samples.ts';
import { setUpTill } from '../charges/setup-till.ts';

const handle = { orderId: 'order-1', family: 'order' } as const;

function setUp() {
  const clock = createVirtualClock();
  const gateway = says.createScriptedGateway();
  const changes: Contact[] = [];
  const heard = trackContact(gateway, clock, (contact) => changes.push(contact));
  return { clock, changes, ...heard, script: gateway };
}

describe('contact with the gateway', () => {
  it('is presumed, and not proven, until something was heard', async () => {
    const { contact, gateway, changes, clock } = setUp();
    expect(contact()).toEqual({
      online: true,
      answering: true,
      lastContactAt: null,
      noUsableAnswerSince: null,
      unusable: null,
    });
    await gateway.wallets();
    expect(contact()).toEqual({
      online: true,
      answering: true,
      lastContactAt: clock.now(),
      noUsableAnswerSince: null,
      unusable: null,
    });
    await gateway.wallets();
    expect(changes).toHaveLength(1);
  });

  it('is not gone with one missed answer, but with two in a row', async () => {
    const till = setUp();
    till.script.always('read', says.noAnswer);
    await till.gateway.wallets();
    await till.gateway.read(handle);
    expect(till.contact()).toMatchObject({ online: true, noUsableAnswerSince: till.clock.now() });
    await till.gateway.wallets();
    await till.gateway.read(handle);
    expect(till.contact().online).toBe(true);
    await till.gateway.read(handle);
    expect(till.contact()).toMatchObject({ online: false, unusable: null });
  });

  it.each([
    ['two unusable answers', [says.unusable, says.unusable], 'unusable'],
    ['one', [says.unusable], 'usable'],
    ['one that answers a login', [says.unusableLogin], 'unusable'],
    ['one that ends a silence', [says.noAnswer, says.noAnswer, says.unusable], 'unusable'],
    ['one after a refused connection', [says.unreachable, says.unusable], 'unusable'],
    ['one between two missing answers', [says.noAnswer, says.unusable, says.noAnswer], 'unusable'],
    ['silence after them', [says.unusable, says.unusable, says.noAnswer, says.noAnswer], 'silent'],
    ['a refused connection after them', [says.unusable, says.unusable, says.unreachable], 'silent'],
    ['a usable answer after them', [says.unusable, says.unusable, says.reading('pending')], 'usable'],
    ['a refusal after them', [says.unusable, says.unusable, says.refused('invalid')], 'usable'],
    ['logins that are answered so', [says.unusableLogin, says.unusableLogin], 'unusable'],
  ] as const)('tells no answer from answers that cannot be used: %s', async (_name, answers, state) => {
    const till = setUp();
    await till.gateway.wallets();
    till.script.next('read', ...answers);
    for (const _ of answers) await till.gateway.read(handle);
    const { online, unusable } = till.contact();
    expect(online).toBe(state !== 'silent');
    expect(unusable).toEqual(
      state === 'unusable' ? { since: till.clock.now(), status: 502, detail: 'a page of a proxy' } : null,
    );
    expect(till.contact().answering).toBe(state === 'usable');
  });

  it('takes no unusable answer for a contact, and keeps when the first of them came', async () => {
    const till = setUp();
    till.script.always('read', says.unusable);
    const since = till.clock.now();
    for (let count = 0; count < 5; count++) {
      await till.gateway.read(handle);
      await till.clock.advance(SECOND);
    }
    expect(till.contact()).toMatchObject({
      lastContactAt: null,
      noUsableAnswerSince: since,
      unusable: { since },
    });
    expect(till.changes).toHaveLength(1);
  });

  it('is gone at once when nothing can be sent', async () => {
    const till = setUp();
    till.script.always('read', says.unreachable);
    await till.gateway.read(handle);
    expect(till.contact().online).toBe(false);
  });

  it('is there when the gateway says no: it answered', async () => {
    const till = setUp();
    till.script.next('read', says.unreachable, says.refused('credentials'));
    await till.gateway.read(handle);
    await till.gateway.read(handle);
    expect(till.contact()).toMatchObject({ online: true, noUsableAnswerSince: null });
  });

  it('is listened to in every call', async () => {
    const till = setUp();
    const order = {} as Parameters<typeof till.gateway.create>[0];
    const calls = {
      login: () => till.gateway.login(),
      wallets: () => till.gateway.wallets(),
      create: () => till.gateway.create(order),
      read: () => till.gateway.read(handle),
      cancel: () => till.gateway.cancel(handle),
      refund: () => till.gateway.refund(handle, 1 as never),
      find: () => till.gateway.find('ref', null),
    };
    for (const [method, call] of Object.entries(calls)) {
      await till.gateway.wallets();
      till.script.next(method as 'read', says.unreachable);
      await call();
      expect(till.contact().online, method).toBe(false);
    }
  });
});

describe('the till, when the gateway', () => {
  it('misses one answer, asks nothing sooner', async () => {
    const shop = setUpTill();
    shop.place();
    await shop.clock.advance(0);
    shop.gateway.next('read', says.noAnswer);
    await shop.clock.advance(3 * SECOND);
    const asked = shop.gateway.asked('read').length;
    await shop.clock.advance(2 * SECOND);
    expect(shop.gateway.asked('read')).toHaveLength(asked);
  });

  it('is back, asks at once what waited longest', async () => {
    const shop = setUpTill();
    shop.place();
    await shop.clock.advance(0);
    shop.gateway.always('read', says.unreachable);
    shop.gateway.always('wallets', says.unreachable);
    await shop.clock.advance(4 * MINUTE);
    expect(shop.logs.filter(({ event }) => event === 'gateway-silent')).toHaveLength(1);
    shop.gateway.always('wallets', { ok: true, value: [says.PIX] });
    const before = shop.gateway.asked('read').length;
    await shop.clock.advance(10 * SECOND);
    expect(shop.gateway.asked('read').length).toBeGreaterThan(before);
    expect(shop.logs.filter(({ event }) => event === 'gateway-answers').length).toBeGreaterThanOrEqual(2);
  });

  it('answers and cannot be read, is asked no sooner, and no answer of it is taken for a contact', async () => {
    const shop = setUpTill();
    await shop.clock.advance(0);
    const told = (event: string): number => shop.logs.filter((line) => line.event === event).length;
    const answered = told('gateway-answers');
    let count = 0;
    // What came differs each time, as a page with the number of the request in it.
    const page = () => err({ kind: 'unusable', status: 502, detail: `request ${++count}` } as const);
    for (const method of ['wallets', 'create', 'read', 'cancel', 'find'] as const)
      shop.gateway.always(method, page);
    shop.place();
    await shop.clock.advance(10 * MINUTE);
    expect(shop.till.contact()).toMatchObject({ online: true, unusable: { status: 502 } });
    // Every 10 s at most; a search has its own pace.
    expect(shop.gateway.asked('wallets').length).toBeLessThanOrEqual(62);
    expect(shop.gateway.asked('wallets').length).toBeGreaterThanOrEqual(30);
    expect(shop.gateway.asked('create').length).toBe(2);
    expect(told('gateway-unusable')).toBe(1);
    expect(told('gateway-answers')).toBe(answered);
    expect(told('gateway-silent')).toBe(0);
  });

  it('never said anything that can be read, is asked for its wallets every 10 s and not at once', async () => {
    const gateway = says.createScriptedGateway();
    gateway.always('wallets', says.unusableLogin);
    const shop = setUpTill({ gateway });
    await shop.clock.advance(MINUTE);
    expect(gateway.asked('wallets').length).toBeLessThanOrEqual(8);
    expect(shop.till.contact()).toMatchObject({
      online: true,
      answering: false,
      lastContactAt: null,
      unusable: { status: 502 },
    });
  });

  it('gives unusable answers to a cancel, is asked again with ever longer waits until it answers', async () => {
    const shop = setUpTill();
    const id = shop.place();
    await shop.clock.advance(0);
    shop.gateway.always('read', says.unusable);
    shop.gateway.always('wallets', says.unusable);
    shop.act(id, givenUp());
    await shop.clock.advance(5 * MINUTE);
    expect(shop.charge(id).status).toBe('cancelling');
    expect(shop.owed(id)).toEqual(['cancel 1']);
    expect(shop.gateway.asked('read').length).toBeLessThanOrEqual(16);
    shop.gateway.always('read', says.reading('cancelled'));
    await shop.clock.advance(MINUTE);
    expect(shop.charge(id).status).toBe('cancelled');
  });
});
