import { describe, expect, it } from 'vitest';
import { ok } from '../../../shared/kernel/result.ts';
import { epochMs, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import { ulidFloor } from '../../../shared/kernel/ulid.ts';
import * as says from '../../support/gateway/scripted-gateway.ts';
import { givenUp } from '../domain/charge/samples.ts';
import { held } from '../outbox/setup-runner.ts';
import { AMOUNT, setUpTill, TIME_LIMIT } from './setup-till.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

describe('a charge', () => {
  it('is on disk before its request leaves, and shown when its QR is on disk', async () => {
    const shop = setUpTill();
    let onDisk: unknown = null;
    shop.gateway.next('create', (order) => {
      onDisk = shop.till.ledger.charges.byOrderRef(order.orderRef)?.status;
      return says.opened(order);
    });
    const id = shop.place();
    await shop.clock.advance(0);
    expect(onDisk).toBe('creating');
    expect(shop.gateway.asked('create')).toMatchObject([
      [{ orderRef: `${id}-1`, total: AMOUNT, wallet: 'pix', pixDictKey: 'key-1', expirationSeconds: 300 }],
    ]);
    expect(shop.charge(id)).toMatchObject({
      status: 'pending',
      brCode: says.brCode(1000, 'qr.example/order-1'),
      deadlineAt: shop.clock.now() + TIME_LIMIT,
    });
    expect(shop.owed(id)).toEqual(['look-up 1', 'time-limit']);
  });

  it('begins at the instant that its id carries, even if the clock ticks in between', () => {
    const shop = setUpTill();
    const { clock } = shop.till;
    const { now } = clock;
    let ticks = 0;
    clock.now = () => epochMs(now() + ticks++);
    const { id, createdAt } = shop.charge(shop.place());
    expect(id >= ulidFloor(createdAt)).toBe(true);
    expect(id < ulidFloor(epochMs(createdAt + 1))).toBe(true);
  });

  it('refused by the gateway has failed, in the words of the gateway', async () => {
    const shop = setUpTill();
    shop.gateway.next('create', says.refused('invalid', 'Order not created'));
    const id = shop.place();
    await shop.clock.advance(0);
    expect(shop.charge(id)).toMatchObject({
      status: 'failed',
      problem: { code: 'gateway-refused', detail: 'Order not created' },
    });
    expect(shop.owed(id)).toEqual([]);
  });

  it('refused after a try without an answer has failed once that order is certainly not payable', async () => {
    const shop = setUpTill();
    shop.gateway.next('create', says.noAnswer, says.refused('credentials', 'Unauthorized'));
    const id = shop.place();
    await shop.clock.advance(0);
    const problem = { code: 'gateway-refused', detail: 'Unauthorized' };
    expect(shop.charge(id)).toMatchObject({ status: 'cancelling', closedAt: null, problem });
    expect(shop.owed(id)).toEqual(['find-orphan 1']);
    // The next sale can begin: no QR of this one was ever shown.
    expect(shop.till.ledger.charges.waiting()).toBeNull();
    shop.gateway.always('find', () => says.listed([], shop.gateway.now()));
    await shop.clock.advance(2 * HOUR);
    expect(shop.charge(id)).toMatchObject({
      status: 'failed',
      problem,
      attempts: [{ status: 'closed' }, {}],
    });
    expect(shop.charge(id).closedAt).not.toBeNull();
  });

  it.each([
    [
      'another amount',
      (order: Parameters<typeof says.opened>[0]) => says.opened(order, 'order-1', 9999 as never),
    ],
    [
      'no Pix code',
      (order: Parameters<typeof says.opened>[0]) => {
        const { value } = says.opened(order) as { value: object };
        return ok({ ...value, brCode: 'hello' }) as never;
      },
    ],
  ])('whose QR says %s is never shown, and its order is cancelled', async (_, reply) => {
    const shop = setUpTill();
    shop.gateway.next('create', reply);
    const id = shop.place();
    await shop.clock.advance(0);
    expect(shop.charge(id)).toMatchObject({ brCode: null, problem: { code: 'qr-mismatch' } });
    expect(shop.gateway.asked('cancel')).toHaveLength(1);
    expect(shop.charge(id).status).toBe('cancelled');
  });

  it('refuses a second one while it waits, and takes the next when it is done', async () => {
    const shop = setUpTill();
    const id = shop.place();
    expect(() => shop.place()).toThrow('unsettled-charge');
    await shop.clock.advance(0);
    shop.act(id, givenUp());
    shop.place();
  });
});

describe('a create without an answer', () => {
  it.each([
    ['no answer', says.noAnswer],
    ['an answer that cannot be believed', says.unusable],
    ['a conflict with an order that is there', says.refused('invalid', 'Duplicated order', 409)],
    ['an order that has ended already', says.refused('already-final', 'Order already expired')],
  ])('%s: a fresh order at once, under a reference of its own', async (_, failure) => {
    const shop = setUpTill();
    shop.gateway.next('create', failure);
    const id = shop.place();
    await shop.clock.advance(0);
    expect(shop.gateway.asked('create').map(([order]) => order.orderRef)).toEqual([`${id}-1`, `${id}-2`]);
    expect(shop.charge(id)).toMatchObject({
      status: 'pending',
      attempts: [{ status: 'lost' }, { status: 'open' }],
    });
    expect(shop.owed(id)).toEqual(['find-orphan 1', 'look-up 2', 'time-limit']);
  });

  it('twice: a person is asked, and may try again', async () => {
    const shop = setUpTill();
    shop.gateway.next('create', says.noAnswer, says.noAnswer, says.noAnswer);
    const id = shop.place();
    await shop.clock.advance(MINUTE);
    expect(shop.charge(id)).toMatchObject({ status: 'creating', problem: { code: 'no-answer-twice' } });
    expect(shop.gateway.asked('create')).toHaveLength(2);
    expect(shop.till.service.retry(id, byWindow('ana')).ok).toBe(true);
    await shop.clock.advance(0);
    expect(shop.charge(id).problem).toMatchObject({ code: 'no-answer-twice' });
    shop.till.service.retry(id, byWindow('ana'));
    await shop.clock.advance(0);
    expect(shop.charge(id)).toMatchObject({ status: 'pending', problem: null });
  });

  it('twice, and nobody says anything: the time limit ends it', async () => {
    const shop = setUpTill();
    shop.gateway.always('create', says.noAnswer);
    const id = shop.place({ timeLimitMs: 2 * MINUTE });
    await shop.clock.advance(2 * MINUTE - 1);
    expect(shop.charge(id).status).toBe('creating');
    await shop.clock.advance(1);
    expect(shop.charge(id)).toMatchObject({ status: 'cancelling', givenUp: 'time-limit' });
    await shop.clock.advance(70 * MINUTE);
    expect(shop.charge(id)).toMatchObject({
      status: 'expired',
      attempts: [{ status: 'closed' }, { status: 'closed' }],
    });
    expect(shop.owed(id)).toEqual([]);
  });

  it('a lost one and two that never left: the fourth that is lost asks a person', async () => {
    const shop = setUpTill();
    shop.gateway.next('create', says.noAnswer, says.unreachable, says.noAnswer);
    const id = shop.place();
    await shop.clock.advance(MINUTE);
    expect(shop.charge(id)).toMatchObject({ status: 'creating', problem: { code: 'no-answer-twice' } });
    expect(shop.charge(id).attempts.map(({ status }) => status)).toEqual(['lost', 'unsent', 'lost']);
  });
});

describe('without a connection', () => {
  it('waits, and its QR comes by itself when the gateway is back', async () => {
    const shop = setUpTill();
    shop.gateway.next('create', says.unreachable);
    shop.gateway.always('wallets', says.unreachable);
    const id = shop.place();
    await shop.clock.advance(0);
    expect(shop.charge(id)).toMatchObject({ status: 'queued', brCode: null });
    await shop.clock.advance(MINUTE);
    expect(shop.charge(id).status).toBe('queued');
    expect(shop.gateway.asked('create')).toHaveLength(1);
    shop.gateway.always('wallets', ok([says.PIX]));
    await shop.clock.advance(15 * SECOND);
    expect(shop.charge(id)).toMatchObject({
      status: 'pending',
      attempts: [{ status: 'unsent' }, { status: 'open' }],
    });
  });

  it('given up while it waits: nothing was ever sent, so it is over at once', async () => {
    const shop = setUpTill();
    shop.gateway.next('create', says.unreachable);
    shop.gateway.always('wallets', says.unreachable);
    const id = shop.place();
    await shop.clock.advance(0);
    expect(shop.act(id, givenUp()).status).toBe('cancelled');
    expect(shop.owed(id)).toEqual([]);
    await shop.clock.advance(MINUTE);
    expect(shop.gateway.asked('create')).toHaveLength(1);
  });

  it('the time limit ends it too', async () => {
    const shop = setUpTill();
    shop.gateway.next('create', says.unreachable);
    shop.gateway.always('wallets', says.unreachable);
    const id = shop.place();
    await shop.clock.advance(TIME_LIMIT);
    expect(shop.charge(id).status).toBe('expired');
  });

  it('given up while it is asked whether the gateway is back: no order is made', async () => {
    const shop = setUpTill();
    shop.gateway.next('create', says.unreachable);
    shop.gateway.always('wallets', says.unreachable);
    const id = shop.place();
    await shop.clock.advance(SECOND);
    const back = held<ReturnType<typeof ok<readonly (typeof says.PIX)[]>>>();
    shop.gateway.always('wallets', () => back.promise);
    await shop.clock.advance(15 * SECOND);
    shop.act(id, givenUp());
    back.end(ok([says.PIX]));
    await shop.clock.advance(MINUTE);
    expect(shop.gateway.asked('create')).toHaveLength(1);
    expect(shop.charge(id).status).toBe('cancelled');
  });
});

describe('given up while its request is on the way', () => {
  it('the order that comes of it is cancelled, and its QR never shown', async () => {
    const shop = setUpTill();
    const answer = held<ReturnType<typeof says.opened>>();
    shop.gateway.next('create', () => answer.promise);
    const id = shop.place();
    await shop.clock.advance(0);
    expect(shop.act(id, givenUp()).status).toBe('cancelling');
    answer.end(says.opened(shop.gateway.asked('create')[0]![0]));
    await shop.clock.advance(0);
    expect(shop.charge(id)).toMatchObject({ status: 'cancelled', brCode: null });
    expect(shop.gateway.asked('cancel')).toHaveLength(1);
  });

  it('no answer: no fresh order is made, and the orphan is searched for', async () => {
    const shop = setUpTill();
    const answer = held<typeof says.noAnswer>();
    shop.gateway.next('create', () => answer.promise);
    const id = shop.place();
    await shop.clock.advance(0);
    shop.act(id, givenUp());
    answer.end(says.noAnswer);
    await shop.clock.advance(0);
    expect(shop.gateway.asked('create')).toHaveLength(1);
    expect(shop.owed(id)).toEqual(['find-orphan 1']);
    expect(shop.charge(id).status).toBe('cancelling');
  });

  it('before it left: it never leaves', async () => {
    const shop = setUpTill();
    const id = shop.place();
    expect(shop.act(id, givenUp()).status).toBe('cancelling');
    await shop.clock.advance(0);
    expect(shop.gateway.asked('create')).toEqual([]);
    expect(shop.charge(id)).toMatchObject({ status: 'cancelled', attempts: [{ status: 'unsent' }] });
  });
});
