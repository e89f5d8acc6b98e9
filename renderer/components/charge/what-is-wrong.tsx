import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { whyText } from '../../i18n/why-text.ts';

/** Shows what is wrong with a charge, one line each: its problem, and a settlement that the gateway contradicts. */
export function WhatIsWrong({ charge }: { readonly charge: ChargeView }): ReactNode {
  const { t } = useTranslation();
  const { problem, forced } = charge;
  const code = textOf(charge);
  return (
    <>
      {code === null ? null : (
        <span data-wrong={problem?.code}>{t(code, { why: whyText(t, problem?.detail ?? '') })}</span>
      )}
      {forced?.verdict === 'contradicted' ? (
        <span data-wrong="contradicted">
          {t('wrong.contradicted', { name: forced.by, signed: t(`outcome.${forced.outcome}`) })}
        </span>
      ) : null}
    </>
  );
}

/** The text of a problem; null when it is over. A problem that a person accepted has a text that asks for nothing. */
function textOf({ problem, settled, status, finalizedAt, paidAmount }: ChargeView) {
  if (problem === null) return null;
  switch (problem.code) {
    case 'unknown-word':
      // A refund that is pending is read on, also of a sale that is settled.
      if (status === 'refund_pending') return 'wrong.refund-unknown-word' as const;
      return settled ? null : (`problem.${problem.code}` as const);
    case 'no-answer-twice':
      return settled ? null : (`problem.${problem.code}` as const);
    case 'paid-other-amount':
      // An unknown amount may be the right one.
      if (paidAmount === null) {
        return finalizedAt === null
          ? ('wrong.paid-amount-unknown' as const)
          : ('wrong.accepted-paid-amount-unknown' as const);
      }
      return paidWrong(problem.code, finalizedAt);
    case 'paid-twice':
      return paidWrong(problem.code, finalizedAt);
    case 'gateway-refused':
    case 'qr-mismatch':
    case 'refund-refused':
    case 'refund-unclear':
      return `problem.${problem.code}` as const;
  }
}

function paidWrong<Code extends 'paid-other-amount' | 'paid-twice'>(code: Code, finalizedAt: number | null) {
  return finalizedAt === null ? (`problem.${code}` as const) : (`wrong.accepted-${code}` as const);
}
