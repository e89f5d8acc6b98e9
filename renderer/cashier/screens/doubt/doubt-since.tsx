import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCountdown } from '../../../stores/countdown.ts';
import { useWallClock } from '../../../stores/use-now.ts';
import styles from './doubt-since.module.css';

/** Shows how long the doubt lasts. */
export function DoubtSince({ since }: { readonly since: number }): ReactNode {
  const { t } = useTranslation();
  const waitedMs = Math.max(0, useWallClock(1_000) - since);
  return <p className={styles.since}>{t('doubt.since', { time: formatCountdown(waitedMs) })}</p>;
}
