import { ok } from '../../../shared/kernel/result.ts';
import type { Gateway, OrderReading } from '../../../main/core/gateway/port.ts';
import type { Mutation } from './mutation.ts';

const read = (real: Gateway, change: (said: OrderReading) => OrderReading): Gateway => ({
  ...real,
  read: async (handle) => {
    const answer = await real.read(handle);
    return answer.ok ? ok(change(answer.value)) : answer;
  },
});

/** What client authors got wrong, made once more (gateway protocol, section 9). */
export const GATEWAY_MUTANTS: readonly Mutation[] = [
  {
    name: 'trust HTTP 200 on DELETE',
    tryFirst: 29,
    gateway: (real) => ({
      ...real,
      cancel: async (handle) => {
        const answer = await real.cancel(handle);
        return answer.ok ? ok({ ...answer.value, word: 'cancelled', rawWord: 'cancelled' }) : answer;
      },
    }),
  },
  {
    name: 'send a create again when no answer came',
    gateway: (real) => ({
      ...real,
      create: async (order) => {
        const answer = await real.create(order);
        return !answer.ok && answer.error.kind === 'no-answer' ? real.create(order) : answer;
      },
    }),
  },
  {
    name: 'take a lost create for one that never left',
    gateway: (real) => ({
      ...real,
      create: async (order) => {
        const answer = await real.create(order);
        if (answer.ok || answer.error.kind === 'refused') return answer;
        return { ok: false, error: { kind: 'unreachable', detail: '' } };
      },
    }),
  },
  {
    name: 'poll with the wrong family',
    transport: (real) => (request) =>
      real(
        request.method === 'GET' ? { ...request, url: request.url.replace('/order/', '/orderv/') } : request,
      ),
  },
  {
    name: 'drop the amount check',
    tryFirst: 26,
    gateway: (real) => read(real, (said) => ({ ...said, paidAmount: said.total })),
  },
  {
    name: 'take an unknown word for expired',
    gateway: (real) => read(real, (said) => (said.word === 'unknown' ? { ...said, word: 'expired' } : said)),
  },
  {
    name: 'take no answer to a cancel for cancelled',
    gateway: (real) => ({
      ...real,
      cancel: async (handle) => {
        const answer = await real.cancel(handle);
        return answer.ok ? answer : ok({ orderId: handle.orderId, word: 'cancelled', rawWord: 'cancelled' });
      },
    }),
  },
  {
    name: 'never look for orphans',
    tryFirst: 1111,
    gateway: (real) => ({
      ...real,
      find: () => Promise.resolve(ok({ orders: [], until: real.now(), rest: null })),
    }),
  },
  {
    name: 'send a refund again when no answer came',
    tryFirst: 641,
    gateway: (real) => ({
      ...real,
      refund: async (handle, amount) => {
        const answer = await real.refund(handle, amount);
        return !answer.ok && answer.error.kind !== 'refused' ? real.refund(handle, amount) : answer;
      },
    }),
  },
  {
    name: 'trust HTTP 200 on a refund',
    gateway: (real) => ({
      ...real,
      refund: async (handle, amount) => {
        const answer = await real.refund(handle, amount);
        return answer.ok ? ok({ ...answer.value, word: 'refunded', rawWord: 'refunded' }) : answer;
      },
    }),
  },
  {
    name: 'take refund_pending for a refusal',
    tryFirst: 112,
    gateway: (real) => ({
      ...real,
      refund: async (handle, amount) => {
        const answer = await real.refund(handle, amount);
        return answer.ok && answer.value.word === 'refund_pending'
          ? ok({ ...answer.value, word: 'approved', rawWord: 'approved' })
          : answer;
      },
    }),
  },
  {
    name: 'take silence for paid',
    gateway: (real) => ({
      ...real,
      read: async (handle) => {
        const answer = await real.read(handle);
        if (answer.ok) return answer;
        const said = {
          ...handle,
          word: 'approved',
          rawWord: 'approved',
          orderRef: null,
          endToEndId: null,
        } as const;
        return ok({ ...said, total: null, paidAmount: null });
      },
    }),
  },
];
