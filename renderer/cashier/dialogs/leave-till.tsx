import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '../../components/action-bar.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { Modal } from '../../components/modal.tsx';
import { useActions, useUi, useView } from '../till-context.ts';
import styles from './dialog.module.css';

/** Asks a person who leaves the till: for a while, or for the end of the shift. */
export function LeaveTill(): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const name = useView().operator?.name ?? '';
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  return (
    <Modal screen="leave-till" title={t('leave.title')}>
      <p className={styles.lead}>{t('leave.lock', { name })}</p>
      <p className={styles.lead}>{t('leave.close')}</p>
      {error === null ? null : <ErrorNote error={error} />}
      <ActionBar>
        <Button hotkey="Escape" onPress={() => actions.open(null)}>
          {t('act.back')}
        </Button>
        <Button hotkey="F12" onPress={() => actions.open({ kind: 'close-shift' })}>
          {t('act.closeShift')}
        </Button>
        <Button kind="primary" hotkey="Enter" home disabled={busy} onPress={() => void actions.lock('asked')}>
          {t('leave.act')}
        </Button>
      </ActionBar>
    </Modal>
  );
}
