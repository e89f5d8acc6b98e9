import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../../shared/contract/charge-view.ts';
import { money } from '../../../components/amount.tsx';
import { clockTime } from '../../../i18n/clock-time.ts';
import { SupportDetails } from '../../../components/support-details.tsx';
import { whyText } from '../../../i18n/why-text.ts';
import { useView } from '../../till-context.ts';
import styles from './doubt-reason.module.css';

/** Why there is doubt, and what happens next, in two sentences. */
export function DoubtReason({ charge }: { readonly charge: ChargeView }): ReactNode {
  const { t } = useTranslation();
  const { zone } = useView();
  const amount = money(charge.amount);
  const { problem, paidAmount, noUsableAnswerSince, unusableAnswer } = charge;
  const isUnread = problem?.code === 'paid-other-amount' && paidAmount === null && problem.detail !== '';

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
            : t(isUnread ? 'doubt.otherAmountUnread' : 'doubt.otherAmountUnknown', { amount }),
          t(paidAmount === null ? 'doubt.unknownAmountNext' : 'doubt.otherAmountNext'),
        ];
      case 'paid-twice':
        return [t('doubt.twice', { paid: money(paidAmount ?? 0) }), t('doubt.otherAmountNext')];
      case 'unknown-word':
        return [t('doubt.unknownWord'), t('doubt.silentNext')];
      default:
        return [t(`problem.${problem.code}`, { why: whyText(t, problem.detail) }), ''];
    }
  };

  const [what, next] = words();
  return (
    <div className={styles.reason} data-problem={problem?.code ?? 'silent'}>
      <h2>{what}</h2>
      <p>{next}</p>
      <SupportDetails texts={foreignTexts(charge)} />
    </div>
  );
}

/** Returns what the gateway said that led to the doubt. The detail of a known other amount is a number of ours. */
function foreignTexts({ problem, paidAmount, unusableAnswer }: ChargeView): readonly string[] {
  if (problem === null) return unusableAnswer === null ? [] : [unusableAnswer];
  const isOurs = problem.code === 'paid-other-amount' && paidAmount !== null;
  return isOurs || problem.detail === '' ? [] : [problem.detail];
}
