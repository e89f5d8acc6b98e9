import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../../shared/contract/charge-view.ts';
import { money } from '../../../components/amount.tsx';
import { clockTime } from '../../../i18n/clock-time.ts';
import { useView } from '../../till-context.ts';
import styles from './doubt-reason.module.css';

/** Why there is doubt, and what happens next, in two sentences. */
export function DoubtReason({ charge }: { readonly charge: ChargeView }): ReactNode {
  const { t } = useTranslation();
  const { zone } = useView();
  const amount = money(charge.amount);
  const { problem, paidAmount, noUsableAnswerSince, unusableAnswer } = charge;
  const support = problem === null ? unusableAnswer : unreadAmount(charge);

  const silence = (): string => {
    if (noUsableAnswerSince === null) return t('doubt.checking');
    const time = clockTime(noUsableAnswerSince, zone);
    return unusableAnswer === null ? t('doubt.silent', { time }) : t('doubt.unusable', { time });
  };

  const words = (): readonly [string, string] => {
    if (problem === null) return [silence(), t('doubt.silentNext')];
    switch (problem.code) {
      case 'paid-other-amount':
        return [
          paidAmount !== null
            ? t('doubt.otherAmount', { amount, paid: money(paidAmount) })
            : t(support === null ? 'doubt.otherAmountUnknown' : 'doubt.otherAmountUnread', { amount }),
          t(paidAmount === null ? 'doubt.unknownAmountNext' : 'doubt.otherAmountNext'),
        ];
      case 'paid-twice':
        return [t('doubt.twice', { paid: money(paidAmount ?? 0) }), t('doubt.otherAmountNext')];
      case 'unknown-word':
        return [t('doubt.unknownWord', { detail: problem.detail }), t('doubt.silentNext')];
      default:
        return [t(`problem.${problem.code}`, { detail: problem.detail }), ''];
    }
  };

  const [what, next] = words();
  return (
    <div className={styles.reason} data-problem={problem?.code ?? 'silent'}>
      <h2>{what}</h2>
      <p>{next}</p>
      {support === null ? null : <small>{t('common.forSupport', { detail: support })}</small>}
    </div>
  );
}

/** Returns the paid amount as the gateway sent it, if it cannot be read. Else null. */
function unreadAmount({ problem, paidAmount }: ChargeView): string | null {
  const isUnread = problem?.code === 'paid-other-amount' && paidAmount === null;
  return isUnread && problem.detail !== '' ? problem.detail : null;
}
