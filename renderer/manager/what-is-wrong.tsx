import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../shared/contract/charge-view.ts';

/** What is the matter with a charge, in words, each in a line of its own: its problem, and a signature that was denied. */
export function WhatIsWrong({ charge }: { readonly charge: ChargeView }): ReactNode {
  const { t } = useTranslation();
  const { problem, forced } = charge;
  const code = standing(charge);
  return (
    <>
      {code === null ? null : (
        <span data-wrong={problem?.code}>{t(code, { detail: problem?.detail ?? '' })}</span>
      )}
      {forced?.verdict === 'contradicted' ? (
        <span data-wrong="contradicted">
          {t('wrong.contradicted', { name: forced.by, signed: t(`outcome.${forced.outcome}`) })}
        </span>
      ) : null}
    </>
  );
}

/** The words for a problem as it stands now: what somebody accepted asks for nothing, and a question that is over neither. */
function standing({ problem, settled, finalizedAt }: ChargeView) {
  if (problem === null) return null;
  switch (problem.code) {
    case 'no-answer-twice':
    case 'unknown-word':
      return settled ? null : (`problem.${problem.code}` as const);
    case 'paid-other-amount':
    case 'paid-twice':
      return finalizedAt === null
        ? (`problem.${problem.code}` as const)
        : (`wrong.accepted-${problem.code}` as const);
    case 'gateway-refused':
    case 'qr-mismatch':
    case 'refund-refused':
    case 'refund-unclear':
      return `problem.${problem.code}` as const;
  }
}
