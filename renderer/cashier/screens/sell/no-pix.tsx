import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../till-context.ts';
import styles from './no-pix.module.css';

/** Why there is no Pix now: nothing answers, or what answers cannot be read. Nothing while there is. */
export function NoPix(): ReactNode {
  const { t } = useTranslation();
  const { online, unusable } = useView().gateway;
  if (unusable !== null) {
    return (
      <p className={styles.reason}>
        {t('sell.unusable')}
        <small>{t('common.forSupport', { detail: `${unusable.status}: ${unusable.detail}` })}</small>
      </p>
    );
  }
  return online ? null : <p className={styles.reason}>{t('sell.offline')}</p>;
}
