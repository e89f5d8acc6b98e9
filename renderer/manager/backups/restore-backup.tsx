import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupView } from '../../../shared/contract/closing.ts';
import type { BridgeReply } from '../../../shared/rpc/bridge.ts';
import { formatDateTime } from '../../../shared/domain/business-day/format-time.ts';
import { SHORTEST_REASON } from '../../../shared/domain/reason/shortest-reason.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { usePinWait } from '../../cashier/screens/sign-in/use-pin-wait.ts';
import { useActions, useUi, useView } from '../../cashier/till-context.ts';
import { ActionBar } from '../../components/action-bar.tsx';
import { Button } from '../../components/button.tsx';
import { Modal } from '../../components/modal.tsx';
import { PinTrouble } from '../../components/pin-trouble.tsx';
import { TextField } from '../../components/text-field.tsx';
import styles from '../manager.module.css';

type Restored = Extract<BridgeReply<'backup/restore'>, { ok: true }>['value'];

/** The way back to a copy: what will happen, why it is done, and the manager's PIN. */
export function RestoreBackup({
  backup,
  onDone,
}: {
  readonly backup: BackupView;
  readonly onDone: (restored: Restored | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { zone } = useView();
  const actions = useActions();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const seconds = usePinWait(error);
  const [reason, setReason] = useState('');
  const [pin, setPin] = useState('');
  const ready = reason.trim().length >= SHORTEST_REASON && pin.length >= 4 && !busy && seconds === 0;
  const submit = async (): Promise<void> => {
    const reply = await actions.act('backup/restore', { name: backup.name, reason, pin });
    setPin('');
    if (reply?.ok === true) onDone(reply.value);
  };
  const close = (): void => {
    actions.clearError();
    onDone(null);
  };
  const when = formatDateTime(epochMs(backup.madeAt), zone);
  return (
    <Modal screen="restore-backup" title={t('backups.title', { when })} level="alarm" wide>
      <p className={styles.lead}>{t('backups.lead')}</p>
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        <TextField label={t('backups.reason')} maxLength={200} value={reason} onChange={setReason} home />
        <TextField label={t('refund.pin')} kind="pin" maxLength={12} value={pin} onChange={setPin} />
      </form>
      <PinTrouble error={error} seconds={seconds} />
      <ActionBar>
        <Button hotkey="Escape" onPress={close}>
          {t('common.back')}
        </Button>
        <Button kind="danger" hotkey="Enter" disabled={!ready} onPress={() => void submit()}>
          {t('backups.restore')}
        </Button>
      </ActionBar>
    </Modal>
  );
}
