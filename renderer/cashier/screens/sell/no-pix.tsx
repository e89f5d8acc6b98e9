import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../till-context.ts';
import { ForSupport } from '../for-support.tsx';
import styles from './no-pix.module.css';

/** Says why no Pix is possible: nothing answers, or the answers cannot be read. Shows nothing while Pix is possible. */
export function NoPix(): ReactNode {
  const { t } = useTranslation();
  const { online, unusable } = useView().gateway;
  if (unusable !== null) {
    return (
      <div className={styles.reason}>
        <p>{t('sell.unusable')}</p>
        <ForSupport />
      </div>
    );
  }
  return online ? null : <p className={styles.reason}>{t('sell.offline')}</p>;
}
