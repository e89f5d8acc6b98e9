import type { OrderFamily } from '../../../shared/domain/charge/charge.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Caller, GatewayAnswer } from './caller.ts';
import type { Politeness } from './politeness.ts';
import type { GatewayFailure, OrderHandle, OrderReading } from './port.ts';
import { unusable } from './refusal.ts';
import { readingAnswer } from './wire/answers.ts';
import { toGatewayWord } from './wire/status-word.ts';

type Read = Result<OrderReading, GatewayFailure>;

/**
 * Creates the function that reads an order through its family of calls. Through the wrong family the gateway answers 400 or 404
 * (section 4). Then the other family is tried once, and the reading has the right one. Two such refusals are `not-found`.
 */
export function createReader(
  call: Caller,
  politeness: Politeness,
  floorMs: number,
): (handle: OrderHandle) => Promise<Read> {
  const readThrough = (orderId: string, family: OrderFamily): Promise<Read> =>
    politeness.spaced(orderId, floorMs, async () => {
      const path = `/${family}/${encodeURIComponent(orderId)}`;
      const answer = await call({ method: 'GET', path, route: `/${family}/{id}` });
      return answer.ok ? toReading(answer.value, { orderId, family }) : answer;
    });

  return async ({ orderId, family }) => {
    const first = await readThrough(orderId, family);
    if (!isWrongFamily(first)) return first;
    const second = await readThrough(orderId, family === 'order' ? 'orderv' : 'order');
    if (!isWrongFamily(second) || first.ok || first.error.kind !== 'refused') return second;
    return err({ ...first.error, reason: 'not-found' });
  };
}

function isWrongFamily(read: Read): boolean {
  return (
    !read.ok && read.error.kind === 'refused' && (read.error.status === 400 || read.error.status === 404)
  );
}

function toReading({ status, json }: GatewayAnswer, handle: OrderHandle): Read {
  const parsed = readingAnswer.safeParse(json);
  if (!parsed.success) return err(unusable(status, 'not the state of an order'));
  const answer = parsed.data;
  if (answer.order_id !== handle.orderId) return err(unusable(status, 'the answer is about another order'));
  return ok({
    ...handle,
    word: toGatewayWord(answer.status),
    rawWord: answer.status,
    orderRef: answer.external_id,
    total: answer.total_order,
    paidAmount: answer.paid_amount.amount,
    ...(answer.paid_amount.unread === null ? {} : { unreadPaidAmount: answer.paid_amount.unread }),
    endToEndId: answer.wallet_payment_id,
  });
}
