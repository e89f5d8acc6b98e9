import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { charge, late, MINUTE, NOW, paid, refundInDoubt, SECOND } from './charges.ts';
import type { Replies } from './scene.ts';

const payment = paid({ finalizedAt: NOW, settled: true, reference: 'PDV 8841' });
/** From the charge's making until nearly now. */
const at = (step: number): number => payment.createdAt + (step - 1) * 23 * SECOND;
type Entry = Extract<NonNullable<Replies['manager/payment']>, { ok: true }>['value']['timeline'][number];

const step = (seq: number, type: Entry['type'], actorName: string, more: Partial<Entry> = {}): Entry => ({
  seq,
  at: at(seq),
  actor: actorName,
  actorName,
  via: actorName === 'Balcão' ? null : { channel: 'window' },
  byMachine: actorName === 'Balcão',
  type,
  attempt: null,
  orderId: null,
  orderRef: null,
  word: null,
  rawWord: null,
  message: null,
  amount: null,
  paidAmount: null,
  endToEndId: null,
  cause: null,
  reason: null,
  outcome: null,
  refundId: null,
  deadlineAt: null,
  ...more,
});

type Payment = Extract<NonNullable<Replies['manager/payment']>, { ok: true }>['value'];

export const paidPayment: Payment = {
  charge: payment,
  panel: 'aprovado',
  why: null,
  day: '2026-11-21',
  store: 'Mercearia São Jorge',
  till: 'Caixa 2',
  operatorId: 'ana',
  description: null,
  hasCpf: false,
  textsErased: null,
  attempts: [
    {
      no: 1,
      status: 'paid',
      startedAt: NOW - 2 * MINUTE,
      orderRef: `${payment.id}-1`,
      orderId: 'b0a6b2b2-3c8e-4f5b-9a43-1f4f0b1c4e11',
      family: 'order',
      paidAmount: 2_590,
      refundedAmount: 0,
    },
  ],
  refunds: [],
  refundable: 2_590,
  ways: ['refund'],
  refundIsOld: false,
  timeline: [
    step(1, 'created', 'Ana', { amount: 2_590 }),
    step(2, 'opened', 'Balcão', { attempt: 1 }),
    step(3, 'put-on-paper', 'Ana'),
    step(5, 'seen', 'Balcão', { paidAmount: 2_590, word: 'approved', rawWord: 'approved', attempt: 1 }),
    step(7, 'finalized', 'Sistema da loja', { via: { channel: 'api', client: 'ERP-X 2.1' } }),
  ],
};

/** A late payment that is not settled yet. */
export const latePayment: Payment = {
  ...paidPayment,
  charge: late({ reference: 'PDV 8841' }),
  why: 'late',
  ways: ['finalize', 'refund'],
  timeline: [
    step(1, 'created', 'Ana', { amount: 2_590 }),
    step(2, 'opened', 'Balcão', { attempt: 1 }),
    step(4, 'given-up', 'Ana', { cause: 'operator' }),
    step(8, 'seen', 'Balcão', { paidAmount: 2_590, word: 'approved', rawWord: 'approved', attempt: 1 }),
  ],
};

/** A requested refund whose word at the gateway is unknown. */
export const refundInDoubtPayment: Payment = {
  ...paidPayment,
  charge: refundInDoubt({ reference: 'PDV 8841' }),
  why: 'returning',
  refundable: 0,
  ways: ['wait', 'force'],
  timeline: [
    ...paidPayment.timeline.slice(0, 4),
    step(7, 'refund-requested', 'Marta', { amount: 2_590, reason: 'troca' }),
    step(8, 'seen', 'Balcão', { word: 'unknown', rawWord: 'chargeback_under_review', attempt: 1 }),
  ],
};

/** Given up while the gateway does not answer. */
export const hangingPayment: Payment = {
  ...paidPayment,
  charge: charge({ status: 'cancelling', brCode: null, amount: 9_999_999 }),
  panel: 'pendente',
  why: 'cancelling',
  attempts: paidPayment.attempts.flatMap((attempt) => [
    { ...attempt, status: 'lost' as const, paidAmount: null, orderId: null },
    { ...attempt, no: 2, status: 'open' as const, paidAmount: null, orderRef: `${payment.id}-2` },
  ]),
  refundable: 0,
  ways: ['wait', 'force'],
  timeline: latePayment.timeline
    .slice(0, 3)
    .map((entry) => (entry.type === 'created' ? { ...entry, amount: 9_999_999 } : entry)),
};

/** Signed as paid while the gateway was silent, and cancelled there in the end. */
export const deniedPayment = (denied: ChargeView): Payment => ({
  ...hangingPayment,
  charge: denied,
  panel: 'cancelado',
  why: null,
  attempts: paidPayment.attempts.map((attempt) => ({ ...attempt, status: 'closed', paidAmount: null })),
  ways: [],
  timeline: [
    step(1, 'created', 'Ana', { amount: denied.amount }),
    step(2, 'opened', 'Balcão', { attempt: 1 }),
    step(4, 'given-up', 'Ana', { cause: 'operator' }),
    step(5, 'forced', 'Marta', { outcome: 'paid', reason: 'visto no aplicativo do banco' }),
    step(8, 'seen', 'Balcão', { word: 'cancelled', rawWord: 'cancelled', attempt: 1 }),
  ],
});

/** A finalized sale whose refund the bank refused. */
export const refusedPayment = (refused: ChargeView): Payment => ({
  ...paidPayment,
  charge: refused,
  timeline: [
    ...paidPayment.timeline,
    step(8, 'refund-requested', 'Marta', { amount: refused.amount, reason: 'troca' }),
    step(9, 'refund-refused', 'Balcão', { message: 'conta encerrada' }),
  ],
});
