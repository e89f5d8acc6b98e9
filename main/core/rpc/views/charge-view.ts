import type { ChargeView } from '../../../../shared/contract/charge-view.ts';
import { needsManagerToAccept } from '../../../../shared/domain/charge/acceptance.ts';
import { answerOf } from '../../../../shared/domain/charge/answer.ts';
import { refundable, type Charge } from '../../../../shared/domain/charge/charge.ts';
import { silenceOf } from '../../../../shared/domain/charge/silence.ts';
import { isSettled } from '../../../../shared/domain/charge/settled.ts';
import { verdictOf } from '../../../../shared/domain/charge/verdict.ts';
import { parseBrCode } from '../../../../shared/domain/br-code/parse-br-code.ts';
import { maskCpf } from '../../../../shared/domain/tax-document/cpf-in-text.ts';
import { shortCode } from '../../../../shared/domain/short-code/short-code.ts';
import type { Till } from '../../till/till.ts';

/** Returns a charge in the shape of the windows. The QR is there only while it can be paid. */
export function toChargeView(charge: Charge, till: Till): ChargeView {
  const payable = charge.status === 'pending';
  const missing = payable ? till.silence.missingAbout(charge.id) : null;
  return {
    id: charge.id,
    shortCode: shortCode(charge.id),
    status: charge.status,
    answer: answerOf(charge, silenceOf(missing, till.clock.now())),
    settled: isSettled(charge),
    late: charge.late,
    givenUp: charge.givenUp,
    amount: charge.amount,
    paidAmount: charge.paidAmount,
    refundedAmount: charge.refundedAmount,
    refundable: refundable(charge),
    needsManager: needsManagerToAccept(charge),
    wallet: charge.wallet,
    pixDictKey: charge.pixDictKey,
    walletName: till.names.wallet(charge.wallet, charge.pixDictKey),
    reference: charge.reference === null ? null : maskCpf(charge.reference),
    operator: till.names.person(charge.operator),
    brCode: payable ? charge.brCode : null,
    receiver: payable ? receiverOf(charge) : null,
    createdAt: charge.createdAt,
    deadlineAt: charge.deadlineAt,
    remainingMs: charge.deadlineAt === null ? null : remaining(charge.deadlineAt, charge.timeLimitMs, till),
    extended: charge.extended,
    approvedAt: charge.approvedAt,
    finalizedAt: charge.finalizedAt,
    closedAt: charge.closedAt,
    endToEndId: charge.endToEndId,
    attempts: charge.attempts.length,
    noUsableAnswerSince: missing === null ? null : (missing.since ?? till.contact().lastContactAt),
    unusableAnswer: missing === null ? null : till.unusableAnswerAbout(charge.id),
    problem: charge.problem,
    forced: forcedView(charge, till),
  };
}

function forcedView(charge: Charge, till: Till): ChargeView['forced'] {
  const verdict = verdictOf(charge);
  if (charge.forced === null || verdict === null) return null;
  const { outcome, reason, by, at } = charge.forced;
  return { outcome, reason, by: till.names.person(by), at, verdict };
}

/** Returns the receiver that the payer's bank will show, so that a swapped QR is noticed. Null if the QR does not say. */
export function receiverOf(charge: Charge): string | null {
  if (charge.brCode === null || charge.wallet !== 'pix') return null;
  const code = parseBrCode(charge.brCode);
  return code.ok ? code.value.merchantName : null;
}

/** Returns the rest of the countdown, ms. After a clock was set back it is at most two time limits. */
export function remaining(deadlineAt: number, timeLimitMs: number, till: Till): number {
  return Math.min(2 * timeLimitMs, Math.max(0, deadlineAt - till.clock.now()));
}
