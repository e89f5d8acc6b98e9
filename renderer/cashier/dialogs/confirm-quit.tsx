import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '../../components/action-bar.tsx';
import { Button } from '../../components/button.tsx';
import { Modal } from '../../components/modal.tsx';
import { useActions } from '../till-context.ts';
import styles from './dialog.module.css';

/** Asks before the app closes over an open shift: Alt+F4 and the cross of a window are struck by accident. */
export function ConfirmQuit({ operator }: { readonly operator: string | null }): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  return (
    <Modal screen="confirm-quit" level="alarm" title={t('confirmQuit.title')}>
      <p className={styles.strong}>
        {operator === null ? t('confirmQuit.shift') : t('confirmQuit.shiftOf', { name: operator })}
      </p>
      <p className={styles.lead}>{t('confirmQuit.detail')}</p>
      <ActionBar>
        <Button kind="danger" hotkey="Ctrl+Q" onPress={() => void actions.quit(true)}>
          {t('menu.quit')}
        </Button>
        <Button kind="primary" hotkey="Escape" home onPress={() => actions.stay()}>
          {t('confirmQuit.stay')}
        </Button>
      </ActionBar>
    </Modal>
  );
}
