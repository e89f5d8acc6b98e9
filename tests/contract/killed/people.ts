import type { TrainingGateway } from '../../../main/core/gateway/training/start-training-gateway.ts';
import type { ApiClient } from '../../support/api/http-call.ts';
import type { SeededRandom } from '../../../build/run/seeded-random.ts';

export interface ApiCharge {
  readonly id: string;
  readonly requestId: string;
  readonly status: string;
  readonly settled: boolean;
  readonly amount: number;
  readonly paidAmount: number | null;
  readonly refundedAmount: number;
  readonly finalizedAt: string | null;
  readonly gatewayOrderId: string | null;
  readonly attempts: number;
}

/** What the till has said yes to: none of it may be gone after a kill. */
export interface Promised {
  readonly charged: Map<string, { readonly id: string; readonly amount: number }>;
  readonly givenUp: Set<string>;
  readonly finalized: Set<string>;
}

export const PIN = '270318';

/** The shop's software and its customers, both in a hurry. */
export function createPeople(gateway: TrainingGateway, random: SeededRandom) {
  const promised: Promised = { charged: new Map(), givenUp: new Set(), finalized: new Set() };
  let requests = 0;

  const charge = async (till: ApiClient): Promise<void> => {
    requests += 1;
    const requestId = `shop-request-${requests}`;
    const amount = random.between(100, 99_999);
    const send = async (): Promise<void> => {
      const answer = await till.post('/v1/charges', { requestId, amount });
      if (answer.status !== 201 && answer.status !== 200) return;
      promised.charged.set(requestId, { id: String(answer.json['id']), amount });
    };
    // An impatient shop sends the same request twice at once.
    await Promise.all(random.chance(0.2) ? [send(), send()] : [send()]);
  };

  const pay = ({ gatewayOrderId, amount }: ApiCharge): void => {
    if (gatewayOrderId === null) return;
    const mood = random.fraction();
    if (mood < 0.7) gateway.customer.pay(gatewayOrderId);
    else if (mood < 0.85) gateway.customer.payLate(gatewayOrderId);
    else if (mood < 0.9 && amount > 1) gateway.customer.payOtherAmount(gatewayOrderId);
  };

  const attend = async (till: ApiClient, current: ApiCharge): Promise<void> => {
    switch (current.status) {
      case 'pending':
        if (random.chance(0.6)) return pay(current);
        break;
      case 'approved': {
        if (random.chance(0.3)) return refund(till, current);
        return finalize(till, current.id);
      }
      default:
        if (random.chance(0.7)) return;
    }
    await giveUp(till, current.id);
  };

  const finalize = async (till: ApiClient, id: string): Promise<void> => {
    const done = await till.post(`/v1/charges/${id}/finalize`);
    if (done.status === 200) promised.finalized.add(id);
  };

  const giveUp = async (till: ApiClient, id: string): Promise<void> => {
    const gone = await till.post(`/v1/charges/${id}/cancel`);
    if (gone.status === 202) promised.givenUp.add(id);
  };

  const refund = async (till: ApiClient, { id, paidAmount, refundedAmount }: ApiCharge): Promise<void> => {
    // The whole rest at once: a second part whose answer is lost is a doubt for a person (docs/guarantees.md).
    const amount = (paidAmount ?? 0) - refundedAmount;
    if (amount <= 0) return;
    await till.post(`/v1/charges/${id}/refunds`, {
      requestId: `refund-of-${id}`,
      amount,
      pin: PIN,
      reason: 'troca',
    });
  };

  return {
    promised,
    /** What ends a charge for good, if a person can do that now. */
    async settle(till: ApiClient, id: string): Promise<void> {
      const { json } = await till.get(`/v1/charges/${id}`);
      const { status } = json as unknown as ApiCharge;
      if (status === 'approved' || status === 'partially_refunded') await finalize(till, id);
      else if (status === 'queued' || status === 'creating' || status === 'pending') await giveUp(till, id);
    },
    /** One glance at the till, and what follows from it. */
    async act(till: ApiClient): Promise<void> {
      const { json } = await till.get('/v1/status');
      const unsettled = json['unsettled'] as string[];
      if (unsettled.length === 0) return charge(till);
      // A lost order is open until it has expired. The shop attends to its newest charge mostly, as people do.
      const id = random.chance(0.7) ? unsettled.at(-1) : random.pick(unsettled);
      const { json: one } = await till.get(`/v1/charges/${id}`);
      const current = one as unknown as ApiCharge;
      // These two are the machine's duty: the shop goes on with the next customer.
      if (current.status === 'cancelling' || current.status === 'refund_pending') return charge(till);
      await attend(till, current);
    },
  };
}

export type People = ReturnType<typeof createPeople>;
