import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { money } from '../../components/amount.tsx';
import { AnswerBand } from '../../components/answer-band.tsx';
import { dayTime } from '../../i18n/day-time.ts';
import { useView } from '../till-context.ts';

/** Shows that a payment was used for a sale before, with whose and when, or that it was refunded. */
export function Used({ charge }: { readonly charge: ChargeView }): ReactNode {
  const { t } = useTranslation();
  const { today, zone } = useView();
  const { paidAmount, amount, finalizedAt, refundedAmount, operator: name } = charge;
  const of = { amount: money(paidAmount ?? amount), name };
  const detail =
    finalizedAt === null || refundedAmount > 0
      ? t('receipt.refunded', of)
      : t('receipt.used', { ...of, time: dayTime(finalizedAt, today.day, zone) });
  return <AnswerBand answer="not-paid" word={t('answer.used')} detail={detail} />;
}
