import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from '../../components/modal.tsx';
import type { TillState } from '../../stores/till-store.ts';
import { useRemaining } from '../../stores/use-remaining.ts';
import styles from './dialog.module.css';

/** The app waits a little for cancels to be certain, and says what remains. */
export function Quitting({ quitting }: { readonly quitting: NonNullable<TillState['quitting']> }): ReactNode {
  const { t } = useTranslation();
  const leftMs = useRemaining({ remainingMs: quitting.leftMs, heardAt: quitting.heardAt });
  return (
    <Modal screen="quitting" level="alarm" title={t('quitting.title')}>
      <p className={styles.strong}>{t('quitting.detail', { count: quitting.cancelling })}</p>
      <p className={styles.lead}>{t('quitting.left', { seconds: Math.ceil(leftMs / 1_000) })}</p>
    </Modal>
  );
}
