import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import type { OpenItem, WhyOpen } from '../../../shared/contract/open-item.ts';
import { buildPixCode } from './pix-code.ts';

/** A moment on a Saturday afternoon in São Paulo: 14:31:08. */
export const NOW = Date.UTC(2026, 10, 21, 17, 31, 8);
export const SECOND = 1_000;
export const MINUTE = 60_000;

/** Returns a charge of R$ 25,90 in the shape of `toChargeView`, with the changes of a scene. */
export function charge(patch: Partial<ChargeView> = {}): ChargeView {
  const amount = patch.amount ?? 2_590;
  return {
    id: '01K7Z0000000000000000004F2',
    shortCode: 'K7Z4F2A',
    status: 'pending',
    answer: 'not-paid',
    settled: false,
    late: false,
    givenUp: null,
    amount,
    paidAmount: null,
    refundedAmount: 0,
    refundable: 0,
    needsManager: false,
    wallet: 'pix',
    pixDictKey: null,
    walletName: 'Pix',
    reference: null,
    operator: 'Ana',
    brCode: buildPixCode(amount),
    receiver: 'MERCEARIA SAO JORGE',
    createdAt: NOW - 2 * MINUTE - 19 * SECOND,
    deadlineAt: NOW + 2 * MINUTE + 41 * SECOND,
    remainingMs: 2 * MINUTE + 41 * SECOND,
    extended: false,
    approvedAt: null,
    finalizedAt: null,
    closedAt: null,
    endToEndId: null,
    attempts: 1,
    noUsableAnswerSince: null,
    unusableAnswer: null,
    problem: null,
    forced: null,
    ...patch,
  };
}

export const paid = (patch: Partial<ChargeView> = {}): ChargeView =>
  charge({
    status: 'approved',
    answer: 'paid',
    paidAmount: patch.amount ?? 2_590,
    refundable: patch.amount ?? 2_590,
    brCode: null,
    remainingMs: null,
    approvedAt: NOW,
    endToEndId: 'E12345678202611211731abcd4f2a',
    ...patch,
  });

export const unsent = (patch: Partial<ChargeView> = {}): ChargeView =>
  charge({
    status: 'creating',
    brCode: null,
    receiver: null,
    deadlineAt: null,
    remainingMs: null,
    createdAt: NOW,
    ...patch,
  });

export const ended = (patch: Partial<ChargeView> = {}): ChargeView =>
  charge({ brCode: null, receiver: null, remainingMs: 0, closedAt: NOW, settled: true, ...patch });

/** A refund whose word at the gateway is unknown. */
export const refundInDoubt = (patch: Partial<ChargeView> = {}): ChargeView =>
  paid({
    status: 'refund_pending',
    answer: 'not-paid',
    refundable: 0,
    problem: { code: 'unknown-word', detail: 'chargeback_under_review' },
    ...patch,
  });

export const late = (patch: Partial<ChargeView> = {}): ChargeView =>
  paid({
    id: '01K7Z000000000000000000AAA',
    late: true,
    givenUp: 'operator',
    closedAt: NOW - MINUTE,
    approvedAt: NOW - 30 * SECOND,
    ...patch,
  });

const WAYS: Readonly<Record<WhyOpen, OpenItem['ways']>> = {
  waiting: ['cancel', 'wait'],
  paid: ['finalize', 'refund'],
  late: ['finalize', 'refund'],
  partly: ['finalize', 'refund'],
  cancelling: ['wait', 'force'],
  returning: ['wait', 'force'],
  searching: ['wait'],
  'other-order': ['wait'],
  forced: ['wait'],
};

/** Returns an item of the list of unsettled charges. */
export function openItem(of: ChargeView, why: WhyOpen, patch: Partial<OpenItem> = {}): OpenItem {
  return { charge: of, why, holdsShift: why !== 'forced', ways: [...WAYS[why]], ...patch };
}
