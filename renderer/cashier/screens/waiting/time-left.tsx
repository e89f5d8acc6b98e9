import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../../shared/contract/charge-view.ts';
import { CountdownRing } from '../../../components/countdown-ring.tsx';
import { clockTime } from '../../../i18n/clock-time.ts';
import { useView } from '../../till-context.ts';
import styles from './time-left.module.css';

/** How long this QR may still be paid, and until when on the wall clock. `children` are beside the ring, which saves a row. */
export function TimeLeft({
  charge,
  remainingMs,
  children,
}: {
  readonly charge: ChargeView;
  readonly remainingMs: number;
  readonly children?: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const { zone } = useView();
  const { deadlineAt, createdAt } = charge;
  if (deadlineAt === null) return children;
  return (
    <div className={styles.time}>
      <CountdownRing
        remainingMs={remainingMs}
        totalMs={deadlineAt - createdAt}
        label={t('charge.timeLeft')}
      />
      <div className={styles.beside}>
        <p>{t('charge.until', { time: clockTime(deadlineAt, zone) })}</p>
        {children}
      </div>
    </div>
  );
}
