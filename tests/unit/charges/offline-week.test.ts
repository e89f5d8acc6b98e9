import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import * as says from '../../support/gateway/scripted-gateway.ts';
import { finalized, givenUp, refundRequested } from '../domain/charge/samples.ts';
import { AMOUNT, setUpTill, type TestTill } from './setup-till.ts';

const METHODS = ['wallets', 'create', 'read', 'cancel', 'refund', 'find'] as const;

function unplug({ gateway }: TestTill): void {
  for (const method of METHODS) gateway.always(method, says.unreachable);
}

/** A sale that is paid, at the hand of a gateway that answers. */
async function sell(till: TestTill, order: string): Promise<string> {
  const id = till.place();
  await till.clock.advance(0);
  till.gateway.next('read', says.reading('approved', { orderId: order, paidAmount: AMOUNT }));
  await till.clock.advanceUntil(() => till.charge(id).status === 'approved', MINUTE);
  till.act(id, finalized);
  return id;
}

describe('a till that is offline for seven days', () => {
  it('loses nothing, asks seldom, and ends what it owes when the gateway is back, cancels first', async () => {
    const till = setUpTill();
    await till.clock.advance(0);
    const sold = await sell(till, 'order-1');
    const given = till.place();
    await till.clock.advance(0);
    const cancelled = new Set<string>();
    unplug(till);
    till.act(given, givenUp());
    till.act(sold, refundRequested(AMOUNT));
    const queued = till.place();
    await till.clock.advance(MINUTE);
    expect(till.charge(queued).status).toBe('queued');
    till.act(queued, givenUp());
    const before = till.gateway.calls.length;

    for (let day = 0; day < 7; day++) {
      await till.clock.advance(DAY - HOUR);
      till.crash();
      await till.clock.advance(HOUR);
      till.start();
    }
    expect(till.charge(given).status).toBe('cancelling');
    expect(till.charge(queued).status).toBe('cancelled');
    expect(till.charge(sold)).toMatchObject({ status: 'refund_pending' });
    expect(till.till.ledger.jobs.backlog().depth).toBe(2);
    // Every job and the probe at their slowest: a line that is dead for a week is not worn out by asking.
    const asked = till.gateway.calls.length - before;
    expect(asked).toBeLessThan((7 * DAY) / (5 * SECOND));

    till.gateway.calls.length = 0;
    till.gateway.always('wallets', { ok: true, value: [says.PIX] });
    till.gateway.always('read', ({ orderId }) =>
      says.reading(cancelled.has(orderId) ? 'cancelled' : orderId === 'order-1' ? 'approved' : 'pending', {
        orderId,
        paidAmount: orderId === 'order-1' ? AMOUNT : null,
      }),
    );
    till.gateway.always('cancel', ({ orderId }) => {
      cancelled.add(orderId);
      return says.orderWord('cancelled', orderId);
    });
    till.gateway.always('refund', ({ orderId }) => says.orderWord('refunded', orderId));
    const done = (): boolean =>
      till.charge(given).status === 'cancelled' && till.charge(sold).status === 'refunded';
    expect(await till.clock.advanceUntil(done, 2 * MINUTE)).toBe(true);
    // A cancel looks before it acts: both are under way at once, and the cancel's look went first.
    const acts = till.gateway.calls.filter(({ method }) => method !== 'wallets');
    const said = acts.map(({ method, asked }) => `${method} ${(asked[0] as { orderId: string }).orderId}`);
    expect(said.slice(0, 3)).toEqual(['read order-2', 'refund order-1', 'cancel order-2']);
    expect(till.gateway.asked('refund')).toHaveLength(1);
    expect(till.till.ledger.jobs.backlog().depth).toBe(0);
  });

  it('comes back without a burst, however much waits', async () => {
    const till = setUpTill();
    await till.clock.advance(0);
    const ids: string[] = [];
    for (let sale = 0; sale < 30; sale++) {
      const id = till.place();
      await till.clock.advance(0);
      till.act(id, givenUp());
      ids.push(id);
      if (sale === 0) unplug(till);
      if (sale > 0) await till.clock.advance(MINUTE);
    }
    let atOnce = 0;
    let most = 0;
    const cancelled = new Set<string>();
    till.gateway.always('wallets', { ok: true, value: [says.PIX] });
    till.gateway.always('create', says.unreachable);
    till.gateway.always('read', async ({ orderId }) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise<void>((resolve) => till.clock.after(100, resolve));
      atOnce -= 1;
      return says.reading(cancelled.has(orderId) ? 'cancelled' : 'pending', { orderId });
    });
    till.gateway.always('cancel', ({ orderId }) => {
      cancelled.add(orderId);
      return says.orderWord('cancelled', orderId);
    });
    await till.clock.advance(10 * MINUTE);
    for (const id of ids) expect(till.charge(id).status).toBe('cancelled');
    expect(most).toBeLessThanOrEqual(4);
  });
});
