import { describe, expect, it } from 'vitest';
import { listenTo, type Contact } from '../../../main/core/gateway/contact.ts';
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import * as says from '../../support/gateway/scripted-gateway.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';
import { setUpTill } from './setup-till.ts';

const handle = { orderId: 'order-1', family: 'order' } as const;

function setUp() {
  const clock = createVirtualClock();
  const gateway = says.createScriptedGateway();
  const changes: Contact[] = [];
  const heard = listenTo(gateway, clock, (contact) => changes.push(contact));
  return { clock, changes, ...heard, script: gateway };
}

describe('contact with the gateway', () => {
  it('is presumed, and not proven, until something was heard', async () => {
    const { contact, gateway, changes, clock } = setUp();
    expect(contact()).toEqual({ online: true, lastContactAt: null, silentSince: null });
    await gateway.wallets();
    expect(contact()).toEqual({ online: true, lastContactAt: clock.now(), silentSince: null });
    await gateway.wallets();
    expect(changes).toHaveLength(1);
  });

  it.each([says.noAnswer, says.unusable])(
    'is not gone with one missed answer, but with two in a row',
    async (miss) => {
      const till = setUp();
      till.script.always('read', miss);
      await till.gateway.wallets();
      await till.gateway.read(handle);
      expect(till.contact()).toMatchObject({ online: true, silentSince: till.clock.now() });
      await till.gateway.wallets();
      await till.gateway.read(handle);
      expect(till.contact().online).toBe(true);
      await till.gateway.read(handle);
      expect(till.contact().online).toBe(false);
    },
  );

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
    expect(till.contact()).toMatchObject({ online: true, silentSince: null });
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
});
