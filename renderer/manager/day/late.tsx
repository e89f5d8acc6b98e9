import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { Item } from './item.tsx';
import styles from './day.module.css';

/** Shows the late payments of the day and how each ended. */
export function Late({
  late,
  day,
  from,
}: {
  readonly late: readonly ChargeView[];
  readonly day: string;
  /** How many charges the screen has named before. */
  readonly from: number;
}): ReactNode {
  const { t } = useTranslation();
  if (late.length === 0) return null;
  return (
    <section className={styles.underWay} data-late={late.length} aria-label={t('day.late')}>
      <h3>{t('day.late')}</h3>
      <ul>
        {late.map((charge, place) => (
          <Item key={charge.id} charge={charge} place={from + place} day={day}>
            <span>{t(becameOf(charge))}</span>
          </Item>
        ))}
      </ul>
    </section>
  );
}

function becameOf({ status, settled }: ChargeView) {
  if (status === 'refunded') return 'day.lateRefunded';
  if (!settled) return 'day.lateOpen';
  return status === 'approved' ? 'day.lateUsed' : 'day.latePartly';
}
