import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDrift } from './drift.ts';
import { PixMark } from './pix-mark.tsx';
import { clockTime } from '../../i18n/clock-time.ts';
import { useWallClock } from '../../stores/use-now.ts';
import styles from './idle.module.css';

/** Shows the shop's name and the time, while there is no charge. */
export function Idle({ shopName, zone }: { readonly shopName: string; readonly zone: string }): ReactNode {
  const { t } = useTranslation();
  const now = useWallClock(1_000);
  return (
    <div className={styles.idle} style={useDrift()}>
      <h1 className={styles.shop}>{shopName}</h1>
      <div className={styles.invite}>
        <PixMark />
        <p className={styles.pay}>{t('customer.idle')}</p>
        <p className={styles.ask}>{t('customer.idleDetail')}</p>
      </div>
      <time className={styles.clock}>{clockTime(now, zone)}</time>
    </div>
  );
}
