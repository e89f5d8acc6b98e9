import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayReport } from '../../../shared/contract/day-report.ts';
import { useShop } from '../../calls/shop-context.ts';
import { DownIcon, UpIcon } from '../../components/icons.tsx';
import { signed } from '../../components/signed.ts';
import { clockTime } from '../../i18n/clock-time.ts';
import { weekdayKey, weekdayOf } from './dates.ts';
import styles from './day.module.css';

/** Shows how a day stands beside the same weekday before it: today until now, a day that is over as a whole. */
export function BesideUsual({ day, comparison }: Pick<DayReport, 'day' | 'comparison'>): ReactNode {
  const { t, i18n } = useTranslation();
  const { zone } = useShop();
  if (comparison === null)
    return <dd className={styles.usual}>{t('day.noUsual', { weekday: weekdayOf(day, i18n.language) })}</dd>;
  const { days, until, change, projection } = comparison;
  const [hour = '', minute = ''] = until === null ? [] : clockTime(until, zone).split(':');
  const facts = {
    usual: t(`usual.${weekdayKey(day)}`, { count: days }),
    amount: signed(comparison.usual),
    time: t('day.at', { hour, minute }),
    change:
      change === null || change === 0
        ? t('day.same')
        : t('day.percent', { sign: change < 0 ? '\u2212' : '+', percent: Math.abs(change) }),
  };
  const isWhole = until === null;
  const words =
    change === null
      ? (`day.${isWhole ? 'amountWhole' : 'amountSoFar'}` as const)
      : (`day.${isWhole ? 'whole' : 'soFar'}` as const);

  return (
    <>
      <dd className={styles.usual} data-change={change === null ? 'none' : Math.sign(change)}>
        {change === null || change === 0 ? null : change > 0 ? <UpIcon /> : <DownIcon />}
        {t(words, facts)}
      </dd>
      {projection === null ? null : (
        <dd className={styles.usual} data-figure="projection">
          {t('day.projection', { amount: signed(projection) })}
        </dd>
      )}
    </>
  );
}
