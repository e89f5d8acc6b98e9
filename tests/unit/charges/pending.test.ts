import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../shared/domain/charge/answer.ts';
import { toChargeView } from '../../../main/core/rpc/views/charge-view.ts';
import { HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import * as says from '../../support/gateway/scripted-gateway.ts';
import { finalized, givenUp } from '../domain/charge/samples.ts';
import { held } from '../outbox/setup-runner.ts';
import { setUpTill, TIME_LIMIT, type TestTill } from './setup-till.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

async function pending(): Promise<{ shop: TestTill; id: string }> {
  const shop = setUpTill();
  const id = shop.place();
  await shop.clock.advance(0);
  return { shop, id };
}

describe('while its QR stands there', () => {
  it('asks after it every 3 s, every 5 s after its first minute', async () => {
    const { shop } = await pending();
    await shop.clock.advance(MINUTE - 1);
    expect(shop.gateway.asked('read')).toHaveLength(19);
    await shop.clock.advance(MINUTE);
    expect(shop.gateway.asked('read').length).toBeLessThanOrEqual(19 + 13);
    expect(shop.gateway.asked('read').length).toBeGreaterThanOrEqual(19 + 11);
  });

  it('paid: approved with the first look, and nothing is owed any more', async () => {
    const { shop, id } = await pending();
    shop.gateway.always('read', says.paid(1000));
    await shop.clock.advance(3 * SECOND);
    expect(shop.charge(id)).toMatchObject({
      status: 'approved',
      late: false,
      paidAmount: 1000,
      problem: null,
    });
    expect(shop.owed(id)).toEqual([]);
    expect(shop.act(id, finalized).finalizedAt).toBe(shop.clock.now());
    await shop.clock.advance(HOUR);
    expect(shop.gateway.asked('read')).toHaveLength(1);
  });

  it('expired or cancelled at the gateway: over, and watched', async () => {
    for (const word of ['expired', 'cancelled'] as const) {
      const { shop, id } = await pending();
      shop.gateway.next('read', says.reading(word));
      await shop.clock.advance(3 * SECOND);
      expect(shop.charge(id).status).toBe(word);
      expect(shop.owed(id)).toEqual(['watch 1']);
    }
  });

  it('a word that nobody knows is a doubt until a known one comes', async () => {
    const { shop, id } = await pending();
    shop.gateway.next('read', says.reading('unknown'));
    await shop.clock.advance(3 * SECOND);
    expect(shop.charge(id).problem).toEqual({ code: 'unknown-word', detail: 'in_analysis' });
    expect(answerOf(shop.charge(id), 'none')).toBe('doubt');
    await shop.clock.advance(3 * SECOND);
    expect(shop.charge(id)).toMatchObject({ status: 'pending', problem: null });
  });

  it('a gateway that will not say how it stands is a doubt too, and is asked on', async () => {
    const { shop, id } = await pending();
    shop.gateway.next('read', says.refused('credentials', 'Unauthorized', 401));
    await shop.clock.advance(3 * SECOND);
    expect(toChargeView(shop.charge(id), shop.till).answer).toBe('doubt');
    await shop.clock.advance(10 * SECOND);
    expect(shop.charge(id)).toMatchObject({ status: 'pending', problem: null });
  });

  it('without answers it is asked ever more seldom', async () => {
    const { shop } = await pending();
    shop.gateway.always('read', says.noAnswer);
    shop.gateway.always('wallets', says.noAnswer);
    await shop.clock.advance(4 * MINUTE);
    expect(shop.gateway.asked('read').length).toBeGreaterThanOrEqual(8);
    expect(shop.gateway.asked('read').length).toBeLessThanOrEqual(14);
  });

  it('a gateway that answers everything but this is a doubt all the same', async () => {
    const { shop, id } = await pending();
    const answer = (): string => toChargeView(shop.charge(id), shop.till).answer;
    await shop.clock.advance(3 * SECOND);
    expect(answer()).toBe('not-paid');
    shop.gateway.always('read', says.unusable);
    await shop.clock.advance(3 * SECOND);
    expect(answer()).toBe('not-paid');
    await shop.clock.advance(12 * SECOND);
    expect(answer()).toBe('doubt');
    await shop.clock.advance(MINUTE);
    expect(answer()).toBe('doubt');
    let told = 0;
    shop.till.onChange(() => (told += 1));
    shop.gateway.always('read', says.reading('pending'));
    await shop.clock.advance(40 * SECOND);
    expect(answer()).toBe('not-paid');
    expect(told).toBeGreaterThan(0);
  });

  it.each(['abc', '25.905', '-1'])(
    'paid, with %s as the amount: a named doubt until the amount is known',
    async (unread) => {
      const { shop, id } = await pending();
      shop.gateway.always('read', says.reading('approved', { unreadPaidAmount: unread }));
      await shop.clock.advance(3 * SECOND);
      const view = toChargeView(shop.charge(id), shop.till);
      expect(view).toMatchObject({
        status: 'approved',
        answer: 'doubt',
        paidAmount: null,
        problem: { code: 'paid-other-amount', detail: unread },
      });
      expect(shop.owed(id)).toEqual(['watch 1']);
      const { version } = shop.charge(id);
      await shop.clock.advance(30 * SECOND);
      expect(shop.charge(id).version).toBe(version);
      shop.gateway.always('read', says.paid(1000));
      await shop.clock.advance(10 * SECOND);
      expect(toChargeView(shop.charge(id), shop.till)).toMatchObject({
        answer: 'paid',
        paidAmount: 1000,
        problem: null,
      });
      expect(shop.owed(id)).toEqual([]);
    },
  );

  it.each([
    ['no answer', says.noAnswer, null],
    ['a page of a proxy', says.unusable, '502: a page of a proxy'],
    ['a login that cannot be read', says.unusableLogin, '502: a page of a proxy'],
  ] as const)('two looks with %s: doubt, and why is told', async (_name, said, unusableAnswer) => {
    const { shop, id } = await pending();
    shop.gateway.always('read', said);
    shop.gateway.always('wallets', said);
    await shop.clock.advance(20 * SECOND);
    expect(toChargeView(shop.charge(id), shop.till)).toMatchObject({
      answer: 'doubt',
      noUsableAnswerSince: expect.any(Number) as number,
      unusableAnswer,
    });
    shop.gateway.always('read', says.reading('pending'));
    await shop.clock.advance(MINUTE);
    expect(toChargeView(shop.charge(id), shop.till)).toMatchObject({
      answer: 'not-paid',
      unusableAnswer: null,
    });
  });

  it('looks that cannot be read while all else can: doubt, and why is told', async () => {
    const { shop, id } = await pending();
    shop.gateway.always('read', says.unusable);
    await shop.clock.advance(20 * SECOND);
    await shop.till.askGatewayAbout(id);
    shop.gateway.always('find', { ok: true, value: { orders: [], until: null, rest: null } });
    await shop.clock.advance(MINUTE);
    const { unusableAnswer, answer } = toChargeView(shop.charge(id), shop.till);
    expect(answer).toBe('doubt');
    expect(unusableAnswer).toMatch(/502/);
  });

  it('an answer that was asked for before more time was given is not believed, and asked for again', async () => {
    const { shop, id } = await pending();
    const slow = held<ReturnType<typeof says.reading>>();
    shop.gateway.next('read', () => slow.promise);
    await shop.clock.advance(3 * SECOND);
    shop.till.service.extend(id, byWindow('ana'));
    slow.end(says.reading('expired'));
    await shop.clock.advance(0);
    expect(shop.charge(id).status).toBe('pending');
    await shop.clock.advance(3 * SECOND);
    expect(shop.gateway.asked('read')).toHaveLength(2);
  });

  it('a payment that crosses the cancel is late, whichever tells it first', async () => {
    const { shop, id } = await pending();
    const slow = held<ReturnType<typeof says.reading>>();
    shop.gateway.next('read', () => slow.promise);
    await shop.clock.advance(3 * SECOND);
    shop.gateway.always('read', says.paid(1000));
    shop.act(id, givenUp());
    slow.end(says.paid(1000));
    await shop.clock.advance(0);
    expect(shop.charge(id)).toMatchObject({ status: 'approved', late: true, problem: null });
    expect(shop.gateway.asked('cancel')).toEqual([]);
  });
});

describe('the time limit', () => {
  it('cancels at zero, and verifies', async () => {
    const { shop, id } = await pending();
    await shop.clock.advance(TIME_LIMIT - 1);
    expect(shop.charge(id).status).toBe('pending');
    await shop.clock.advance(4 * SECOND);
    expect(shop.gateway.asked('cancel')).toHaveLength(1);
    expect(shop.charge(id)).toMatchObject({ status: 'expired', givenUp: 'time-limit' });
    expect(shop.owed(id)).toEqual(['watch 1']);
  });

  it('finds a payment of its last seconds, which is not late', async () => {
    const { shop, id } = await pending();
    await shop.clock.advance(TIME_LIMIT - 1);
    shop.gateway.always('read', says.paid(1000));
    await shop.clock.advance(1);
    expect(shop.charge(id)).toMatchObject({ status: 'approved', late: false });
    expect(shop.gateway.asked('cancel')).toEqual([]);
  });

  it('does not end a charge that gets more time while it is asked about at zero', async () => {
    const { shop, id } = await pending();
    await shop.clock.advance(TIME_LIMIT - 1);
    const slow = held<ReturnType<typeof says.reading>>();
    shop.gateway.next('read', () => slow.promise);
    await shop.clock.advance(1);
    shop.till.service.extend(id, byWindow('ana'));
    slow.end(says.reading('pending'));
    await shop.clock.advance(TIME_LIMIT - SECOND);
    expect(shop.charge(id).status).toBe('pending');
    await shop.clock.advance(5 * SECOND);
    expect(shop.charge(id).status).toBe('expired');
  });

  it('is lengthened once', async () => {
    const { shop, id } = await pending();
    await shop.clock.advance(TIME_LIMIT - 1);
    const extended = shop.till.service.extend(id, byWindow('ana'));
    expect(extended.ok && extended.value.deadlineAt).toBe(shop.clock.now() + 1 + TIME_LIMIT);
    expect(shop.till.service.extend(id, byWindow('ana'))).toEqual({ ok: false, error: 'already-extended' });
    await shop.clock.advance(TIME_LIMIT);
    expect(shop.charge(id).status).toBe('pending');
    await shop.clock.advance(5 * SECOND);
    expect(shop.charge(id).status).toBe('expired');
  });

  it('lengthened after the clock was set back an hour: no longer than twice its length', async () => {
    const { shop, id } = await pending();
    shop.clock.jump(-HOUR);
    shop.till.service.extend(id, byWindow('ana'));
    await shop.clock.advance(2 * TIME_LIMIT + 5 * SECOND);
    expect(shop.charge(id).status).toBe('expired');
  });

  it('ends it also while the gateway is silent, and the cancel is repeated until it is heard', async () => {
    const { shop, id } = await pending();
    shop.gateway.always('read', says.noAnswer);
    await shop.clock.advance(TIME_LIMIT + MINUTE);
    expect(shop.charge(id).status).toBe('cancelling');
    shop.gateway.always('read', says.reading('pending'));
    await shop.clock.advance(MINUTE);
    expect(shop.charge(id).status).toBe('expired');
  });
});
