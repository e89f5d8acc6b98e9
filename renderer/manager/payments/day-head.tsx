import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { signed } from '../../components/signed.ts';
import { dateOf, weekdayOf } from '../day/dates.ts';
import type { Line } from './lines.ts';

/** Shows a day above its rows: the date, how many charges match, and what they brought. */
export function DayHead({ day, sums }: Omit<Extract<Line, { kind: 'day' }>, 'kind'>): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <>
      <span>
        <strong>{dateOf(day, i18n.language)}</strong> {weekdayOf(day, i18n.language)}
      </span>
      {sums === null ? null : (
        <span>
          {t('payments.count', { count: sums.count })} ·{' '}
          <strong>{t('payments.dayNet', { amount: signed(sums.net) })}</strong>
        </span>
      )}
    </>
  );
}
