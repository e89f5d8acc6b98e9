import { ACTORS } from '../../../shared/domain/people/actors.ts';
import type { PaymentDetail, TimelineEntry } from '../../../shared/contract/payment-detail.ts';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import type { StoredEvent } from '../ledger/event-log.ts';

type NameOf = (operator: string) => string;
type Refund = PaymentDetail['refunds'][number];

/** Returns one entry for each event of a charge: who, how, when, and what the gateway answered. */
export function timelineOf(events: readonly StoredEvent[], nameOf: NameOf): TimelineEntry[] {
  return events.map(({ seq, at, actor, via, type, body }) => {
    const text = (name: string): string | null => (typeof body[name] === 'string' ? body[name] : null);
    const whole = (name: string): number | null => (typeof body[name] === 'number' ? body[name] : null);
    return {
      seq,
      at,
      actor,
      actorName: nameOf(actor),
      via,
      byMachine: actor === ACTORS.machine,
      type: type as ChargeEvent['type'],
      attempt: whole('attempt'),
      orderId: text('orderId'),
      orderRef: text('orderRef'),
      word: text('word'),
      rawWord: text('rawWord'),
      message: text('message') ?? text('detail') ?? text('mismatch') ?? text('unreadPaidAmount'),
      amount: whole('amount'),
      paidAmount: whole('paidAmount'),
      endToEndId: text('endToEndId'),
      cause: text('cause') as TimelineEntry['cause'],
      reason: text('reason'),
      outcome: text('outcome') as TimelineEntry['outcome'],
      refundId: text('refundId'),
      deadlineAt: whole('deadlineAt'),
    };
  });
}

/** The end of an unclear refund, by the word of a later reading. */
const RESOLVED: Readonly<Record<string, Refund['state']>> = { refunded: 'done', approved: 'refused' };

/** Returns every requested refund with its end, oldest first. */
export function refundsOf(timeline: readonly TimelineEntry[], charge: Charge): Refund[] {
  const ENDS = { 'refund-done': 'done', 'refund-refused': 'refused', 'refund-unclear': 'unclear' } as const;
  const isStillUnclear = charge.attempts.some(({ status }) => status === 'unclear');
  const isResolving = ({ type, word }: TimelineEntry): boolean =>
    type === 'seen' && word !== null && word in RESOLVED;
  return timeline
    .filter(({ type }) => type === 'refund-requested')
    .map((asked) => {
      const end = timeline.find(({ type, refundId }) => type in ENDS && refundId === asked.refundId);
      const cleared =
        end?.type !== 'refund-unclear' || isStillUnclear
          ? undefined
          : timeline.find((entry) => entry.seq > end.seq && isResolving(entry));
      const open = charge.pendingRefund?.refundId === asked.refundId;
      return {
        refundId: asked.refundId ?? '',
        amount: asked.amount ?? 0,
        reason: asked.reason,
        requestedAt: asked.at,
        by: asked.actor,
        byName: asked.actorName,
        // A refund that is not open and has no end event was ended by a reading of the order.
        state:
          RESOLVED[cleared?.word ?? ''] ??
          (end !== undefined ? ENDS[end.type as keyof typeof ENDS] : open ? 'pending' : 'done'),
        endedAt: cleared?.at ?? end?.at ?? null,
        message: end?.message ?? null,
      };
    });
}
