import { describe, expect, it } from 'vitest';
import { CustomerView } from '../../../../shared/contract/views.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import { MINUTE, SECOND } from '../../../../shared/kernel/time.ts';
import * as says from '../../../support/gateway/scripted-gateway.ts';
import { finalized, givenUp, refundRequested } from '../../domain/charge/samples.ts';
import { setUpWindows, type TillWithWindows } from './setup-windows.ts';

/** Brings a fresh shop to a state, and gives the charge's id. */
type Way = (shop: TillWithWindows) => Promise<string>;

const pending: Way = async (shop) => {
  const id = shop.place();
  await shop.clock.advance(0);
  return id;
};
const paid =
  (amount: number): Way =>
  async (shop) => {
    const id = await pending(shop);
    shop.gateway.always('read', says.paid(amount));
    await shop.clock.advance(3 * SECOND);
    return id;
  };
const then =
  (way: Way, act: (shop: TillWithWindows, id: string) => unknown): Way =>
  async (shop) => {
    const id = await way(shop);
    await act(shop, id);
    await shop.clock.advance(0);
    return id;
  };

const CANCELLED = { kind: 'cancelled', isProven: true, isRefused: false };

const TABLE: readonly (readonly [string, Way, object])[] = [
  ['nothing', async () => '', { kind: 'idle' }],
  [
    'a closed shift',
    async ({ till, by }) => {
      till.shifts.end(by);
      return '';
    },
    { kind: 'closed' },
  ],
  [
    'a closed shift without connection',
    async ({ till, by, gateway, clock }) => {
      till.shifts.end(by);
      gateway.always('wallets', says.unreachable);
      await clock.advance(10 * MINUTE);
      return '';
    },
    { kind: 'closed' },
  ],
  [
    'a first run',
    async ({ presenter }) => {
      presenter.setModeChosen(false);
      return '';
    },
    { kind: 'preparing' },
  ],
  [
    'a charge of a program while no person is signed in',
    async (shop) => {
      shop.till.shifts.end(shop.by);
      return pending(shop);
    },
    { kind: 'qr' },
  ],
  [
    'no connection',
    async ({ gateway, clock }) => {
      gateway.always('wallets', says.unreachable);
      await clock.advance(10 * MINUTE);
      return '';
    },
    { kind: 'offline' },
  ],
  [
    'answers that cannot be used',
    async ({ gateway, clock }) => {
      gateway.always('wallets', says.unusable);
      await clock.advance(10 * MINUTE);
      return '';
    },
    { kind: 'offline' },
  ],
  [
    'creating',
    async (shop) => {
      shop.gateway.always('create', () => new Promise(() => undefined));
      return pending(shop);
    },
    { kind: 'wait' },
  ],
  [
    'queued',
    async (shop) => {
      shop.gateway.always('wallets', says.unreachable);
      shop.gateway.next('create', says.unreachable);
      return pending(shop);
    },
    { kind: 'wait' },
  ],
  [
    'pending',
    pending,
    {
      kind: 'qr',
      amount: 1000,
      walletName: 'Pix',
      isPix: true,
      receiver: 'LOJA DO TESTE',
      remainingMs: 5 * MINUTE,
    },
  ],
  [
    'pending, in doubt',
    then(pending, async ({ gateway, clock }) => {
      gateway.always('read', says.reading('unknown'));
      await clock.advance(3 * SECOND);
    }),
    { kind: 'checking', amount: 1000, isPaid: false },
  ],
  [
    'pending, and the gateway silent',
    then(pending, async ({ gateway, clock }) => {
      gateway.always('read', says.unreachable);
      gateway.always('wallets', says.unreachable);
      await clock.advance(14 * SECOND);
    }),
    { kind: 'checking', amount: 1000, isPaid: false },
  ],
  [
    'pending, past its time by the clock on the wall',
    then(pending, ({ clock, till }) => {
      clock.jump(6 * MINUTE);
      till.touch();
    }),
    { kind: 'expired' },
  ],
  ['paid', paid(1000), { kind: 'paid', amount: 1000 }],
  ['paid another amount', paid(900), { kind: 'checking', amount: 1000, isPaid: true }],
  [
    'paid and finalized',
    then(paid(1000), ({ act }, id) => act(id, finalized)),
    { kind: 'paid', amount: 1000 },
  ],
  [
    'cancelling',
    then(pending, ({ gateway, act }, id) => {
      gateway.always('read', says.noAnswer);
      act(id, givenUp());
    }),
    { kind: 'cancelled', isProven: false, isRefused: false },
  ],
  ['cancelled', then(pending, ({ act }, id) => act(id, givenUp())), CANCELLED],
  [
    'cancelling at the end of its time',
    then(pending, ({ gateway, act }, id) => {
      gateway.always('read', says.noAnswer);
      act(id, givenUp('time-limit'));
    }),
    { kind: 'expired' },
  ],
  ['expired', then(pending, ({ act }, id) => act(id, givenUp('time-limit'))), { kind: 'expired' }],
  [
    'failed',
    async (shop) => {
      shop.gateway.next('create', says.refused('invalid'));
      return pending(shop);
    },
    { kind: 'idle' },
  ],
  [
    'another QR than the charge',
    async (shop) => {
      shop.gateway.next('create', (order) => says.opened(order, 'order-1', centavos(1)));
      return pending(shop);
    },
    { ...CANCELLED, isRefused: true },
  ],
  [
    'giving back',
    then(paid(1000), ({ gateway, act }, id) => {
      gateway.always('refund', says.orderWord('refund_pending'));
      act(id, refundRequested());
    }),
    { kind: 'idle' },
  ],
];

describe('what the customer sees', () => {
  it.each(TABLE)('of %s', async (_, way, expected) => {
    const shop = await setUpWindows();
    await way(shop);
    await shop.clock.advance(0);
    expect(shop.screen()).toMatchObject(expected);
    for (const view of shop.customer) expect(CustomerView.parse(view)).toEqual(view);
  });

  it('before the set-up holds no name of a shop, because the till has only a suggestion', async () => {
    const shop = await setUpWindows();
    expect(shop.customer.at(-1)?.shopName).not.toBe('');
    shop.presenter.setModeChosen(false);
    await shop.clock.advance(0);
    expect(shop.customer.at(-1)?.shopName).toBe('');
  });

  it('of a payment that came late: nothing, for whoever stands there now', async () => {
    const shop = await setUpWindows();
    const id = await pending(shop);
    shop.act(id, givenUp());
    await shop.clock.advance(30 * SECOND);
    shop.gateway.always('read', says.paid(1000));
    await shop.clock.advance(5 * MINUTE);
    expect(shop.charge(id)).toMatchObject({ status: 'approved', late: true });
    expect(shop.screen()).toEqual({ kind: 'idle' });
  });

  it('of a payment that crosses the cancel: nothing that says paid, since nobody knows who will get the goods', async () => {
    const shop = await setUpWindows();
    const id = await pending(shop);
    shop.gateway.always('read', says.paid(1000));
    shop.act(id, givenUp());
    await shop.clock.advance(SECOND);
    expect(shop.charge(id)).toMatchObject({ status: 'approved', late: true });
    expect(shop.screen()).toEqual({ kind: 'idle' });
  });

  it('of a charge that was found at the start: no QR before somebody said that the customer is still there', async () => {
    const shop = await setUpWindows();
    const id = await pending(shop);
    shop.crash();
    shop.start();
    shop.presenter.attach(shop.till);
    await shop.clock.advance(0);
    expect(shop.screen()).toEqual({ kind: 'wait' });
    shop.till.leftFromLastRun.delete(id);
    shop.till.touch();
    await shop.clock.advance(0);
    expect(shop.screen()).toMatchObject({ kind: 'qr' });
  });

  it('never a QR of a charge that is not pending, whatever happens', async () => {
    for (const [name, way] of TABLE) {
      const shop = await setUpWindows();
      const id = await way(shop);
      const qrs = shop.customer.filter(({ screen }) => screen.kind === 'qr');
      if (id === '') continue;
      const open = shop.charge(id).brCode;
      for (const { screen } of qrs) expect(screen.kind === 'qr' && screen.brCode, name).toBe(open);
      if (shop.charge(id).status !== 'pending') expect(shop.screen().kind, name).not.toBe('qr');
    }
  });

  it('no id, no person, and nothing of another customer', async () => {
    const shop = await setUpWindows();
    const first = await paid(1000)(shop);
    shop.act(first, finalized);
    const before = JSON.stringify(shop.charge(first).brCode);
    await shop.clock.advance(0);
    const since = shop.customer.length;
    const second = shop.place();
    await shop.clock.advance(0);
    const views = JSON.stringify(shop.customer.slice(since));
    for (const secret of [
      first,
      second,
      'ana',
      'shift-1',
      'request-',
      'Eorder-1',
      'order-2"',
      'key-1',
      before,
    ])
      expect(views).not.toContain(secret);
    expect(Object.keys(shop.customer.at(-1)!).sort()).toEqual(['screen', 'shopName', 'training', 'zone']);
  });
});
