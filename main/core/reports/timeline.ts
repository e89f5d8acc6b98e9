import { maskCpf } from '../../../shared/domain/tax-document/cpf-in-text.ts';
import { ACTORS } from '../../../shared/domain/people/actors.ts';
import type { PaymentDetail, TimelineEntry } from '../../../shared/contract/payment-detail.ts';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import type { StoredEvent } from '../ledger/event-log.ts';

type NameOf = (operator: string) => string;
type Refund = PaymentDetail['refunds'][number];

/** Turns the events of a charge into its timeline. */
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
      reason: maskedReason(text('reason')),
      outcome: text('outcome') as TimelineEntry['outcome'],
      refundId: text('refundId'),
      deadlineAt: whole('deadlineAt'),
    };
  });
}

const maskedReason = (reason: string | null): string | null => (reason === null ? null : maskCpf(reason));

/** The state of an unclear refund after the gateway reads its order as this word. */
const RESOLVED: Readonly<Record<string, Refund['state']>> = { refunded: 'done', approved: 'refused' };

/** Returns every refund that was requested at the gateway, oldest first, with its state. */
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
        // A refund that is not pending and has no end of its own was done: a reading of the order said so.
        state:
          RESOLVED[cleared?.word ?? ''] ??
          (end !== undefined ? ENDS[end.type as keyof typeof ENDS] : open ? 'pending' : 'done'),
        endedAt: cleared?.at ?? end?.at ?? null,
        message: end?.message ?? null,
      };
    });
}
