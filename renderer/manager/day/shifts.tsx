import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayReport } from '../../../shared/contract/day-report.ts';
import { useShop } from '../../calls/shop-context.ts';
import { dayTime } from '../../i18n/day-time.ts';
import styles from './day.module.css';

/** Who was at the till, and from when to when. A shift over midnight says so: its sales count on two days. */
export function Shifts({ shifts, day }: Pick<DayReport, 'shifts' | 'day'>): ReactNode {
  const { t } = useTranslation();
  const { zone } = useShop();
  const id = useId();
  if (shifts.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t('day.shifts')}</h3>
      <table className={styles.shifts}>
        <thead>
          <tr>
            <th scope="col">{t('role.operator')}</th>
            <th scope="col">{t('term.from')}</th>
            <th scope="col">{t('term.to')}</th>
          </tr>
        </thead>
        <tbody>
          {shifts.toReversed().map(({ id: shift, name, openedAt, closedAt, crossesMidnight }) => (
            <tr key={shift} data-shift={crossesMidnight ? 'over-midnight' : 'plain'}>
              <th scope="row">
                {name}
                {crossesMidnight ? <small>{t('day.overMidnight')}</small> : null}
              </th>
              <td>{dayTime(openedAt, day, zone)}</td>
              <td>{closedAt === null ? t('day.shiftOpen') : dayTime(closedAt, day, zone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
