import { epochMs, HOUR, type Clock } from '../../../shared/kernel/time.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import { transition } from '../../../shared/domain/charge/transition.ts';
import type { TrainingGateway } from '../../../main/core/gateway/training/start-training-gateway.ts';
import { httpCall, type ApiClient } from '../../support/api/http-call.ts';
import type { EventReader } from '../../support/api/event-reader.ts';
import { pollUntil } from '../../support/displays/poll-until.ts';
import { isForward } from '../../support/till/forward.ts';
import type { ApiCharge, Promised } from './people.ts';

/** An order as the gateway itself tells of it. */
export interface RemoteOrder {
  readonly ref: string;
  readonly status: string;
  /** Centavos; 0 while nobody paid. */
  readonly paid: number;
}

/** How the training gateway refuses a list within a minute of the last one. */
const TOO_SOON = 'At least 1 minute between list calls';

/** Every order that the gateway lists, each read by itself: its list has neither references nor amounts. */
export async function ordersOf(gateway: TrainingGateway, clock: Clock): Promise<RemoteOrder[]> {
  const { accessKey, secretKey, clientId } = gateway.credentials;
  const keys = { access_key: accessKey, secret_key: secretKey, client_id: clientId };
  const call = (method: string, path: string, token?: string, body?: unknown) =>
    httpCall(
      method,
      gateway.baseUrl + path,
      {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body,
    );
  const { json: login } = await call('POST', '/pdvauth', undefined, keys);
  const token = String(login['access_token']);
  const day = (at: number): string => new Date(at).toISOString().slice(0, 19);
  // One reading of the clock for both ends: two could be a second more than the 24 hours that a list may cover.
  const now = clock.now();
  const window = `start_date=${day(now - 23 * HOUR)}&end_date=${day(now + HOUR)}`;
  const orders: RemoteOrder[] = [];
  for (let offset = 0, total = Infinity; offset < total; offset += 200) {
    const page = await pollUntil('the turn to list', async () => {
      const answer = await call('GET', `/orders/list?${window}&limit=200&offset=${offset}`, token);
      if (answer.status === 200) return answer.json;
      if (answer.json['message'] === TOO_SOON) return undefined;
      throw new Error(`the list was refused: ${answer.status} ${JSON.stringify(answer.json)}`);
    });
    total = Number(page['total']);
    for (const { order_id: id } of page['data'] as { order_id: string }[]) {
      const { json } = await call('GET', `/order/${id}`, token);
      const paid = json['paid_amount'] === null ? 0 : Math.round(Number(json['paid_amount']) * 100);
      orders.push({ ref: String(json['external_id']), status: String(json['status']), paid });
    }
  }
  return orders;
}

/** Every charge of the till, page by page. */
export async function chargesOf(till: ApiClient): Promise<ApiCharge[]> {
  const charges: ApiCharge[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { json } = await till.get(`/v1/charges?limit=500${cursor === '' ? '' : `&cursor=${cursor}`}`);
    charges.push(...(json['items'] as ApiCharge[]));
    cursor = json['nextCursor'] as string | null;
  }
  return charges;
}

/** What must never be, looked for from outside: through the local API and the gateway's own words. */
export function brokenBetween(
  charges: readonly ApiCharge[],
  orders: readonly RemoteOrder[],
  promised: Promised,
): string[] {
  const broken: string[] = [];
  const claim = (holds: boolean, what: string): void => void (holds || broken.push(what));
  const ofCharge = new Map(charges.map((charge) => [charge.id, [] as RemoteOrder[]]));
  for (const order of orders) {
    const id = order.ref.slice(0, order.ref.lastIndexOf('-'));
    claim(ofCharge.has(id), `I2 order ${order.ref} is not known to the ledger`);
    claim(order.status !== 'pending', `I1 order ${order.ref} is payable at rest`);
    ofCharge.get(id)?.push(order);
  }
  claim(new Set(orders.map(({ ref }) => ref)).size === orders.length, 'I10 a reference was used twice');
  for (const charge of charges) {
    const own = ofCharge.get(charge.id) ?? [];
    const paid = own.reduce((sum, order) => sum + order.paid, 0);
    const returned = own.reduce((sum, order) => sum + (order.status === 'refunded' ? order.paid : 0), 0);
    claim(charge.settled, `I1 ${charge.id} is ${charge.status} at rest`);
    claim((charge.paidAmount ?? 0) === paid, `I4 ${charge.id}: ${charge.paidAmount ?? 0}, gateway ${paid}`);
    claim(
      charge.refundedAmount === returned,
      `I5 ${charge.id}: gave back ${charge.refundedAmount}, gateway ${returned}`,
    );
    claim(own.length <= charge.attempts, `I2 ${charge.id} has more orders than attempts`);
    if (charge.status === 'approved') claim(paid > 0, `I6 ${charge.id} is called paid and was not`);
  }
  const byRequest = new Map(charges.map((charge) => [charge.requestId, charge]));
  const byId = new Map(charges.map((charge) => [charge.id, charge]));
  claim(byRequest.size === charges.length, 'a request was charged twice');
  for (const [requestId, { id, amount }] of promised.charged) {
    const charge = byRequest.get(requestId);
    claim(charge?.id === id && charge.amount === amount, `${requestId} was promised and is gone`);
  }
  for (const id of promised.finalized)
    claim(byId.get(id)?.finalizedAt != null, `${id} was finalized and is not any more`);
  for (const id of promised.givenUp)
    claim(!['queued', 'creating', 'pending'].includes(byId.get(id)?.status ?? ''), `${id} was given up`);
  return broken;
}

/**
 * I7 and I8, from the stream of everything that ever happened: told again from the first event, each charge goes along
 * the ways of the table only and ends as the till says that it stands.
 */
export function brokenStory({ events }: EventReader, charges: readonly ApiCharge[]): string[] {
  const told = new Map<string, Charge>();
  const broken: string[] = [];
  for (const { data } of events) {
    const { chargeId, type, body, at } = data as unknown as StreamedEvent;
    if (chargeId === null) continue;
    const before = told.get(chargeId) ?? null;
    const next = transition(before, { type, ...body } as ChargeEvent, epochMs(Date.parse(at)));
    if (!next.ok) {
      broken.push(`I8 ${type} of ${chargeId} does not apply: ${next.error}`);
      continue;
    }
    const { charge } = next.value;
    if (before !== null && !isForward(before, charge))
      broken.push(`I7 ${chargeId} went from ${before.status} to ${charge.status}`);
    told.set(chargeId, charge);
  }
  for (const { id, status, paidAmount, refundedAmount } of charges) {
    const charge = told.get(id);
    const same =
      charge?.status === status &&
      charge.paidAmount === paidAmount &&
      charge.refundedAmount === refundedAmount;
    if (!same) broken.push(`I8 ${id} is ${status}, its events say ${charge?.status ?? 'nothing'}`);
  }
  return broken;
}

interface StreamedEvent {
  readonly chargeId: string | null;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly at: string;
}
