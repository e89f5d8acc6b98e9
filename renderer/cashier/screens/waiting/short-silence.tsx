import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OfflineIcon } from '../../../components/icons.tsx';
import { useWallClock } from '../../../stores/use-now.ts';
import styles from './short-silence.module.css';

/** Shows for how long no answer came, while the QR and the answer stay. */
export function ShortSilence({ since }: { readonly since: number }): ReactNode {
  const { t } = useTranslation();
  const seconds = Math.max(1, Math.floor((useWallClock(500) - since) / 1_000));
  return (
    <p className={styles.silence} data-silence="short">
      <OfflineIcon />
      {t('waiting.silence', { seconds })}
    </p>
  );
}
