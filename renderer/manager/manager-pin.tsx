import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePinWait } from '../cashier/screens/sign-in/use-pin-wait.ts';
import { useActions, useCashier, useUi } from '../cashier/till-context.ts';
import { ActionBar } from '../components/action-bar.tsx';
import { Button } from '../components/button.tsx';
import { Modal } from '../components/modal.tsx';
import { PinTrouble } from '../components/pin-trouble.tsx';
import { TextField } from '../components/text-field.tsx';
import styles from './manager.module.css';

/** The door to the manager's screens. */
export function ManagerPin(): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const { ui } = useCashier();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const seconds = usePinWait(error);
  const [pin, setPin] = useState('');
  const enter = async (): Promise<void> => {
    const reply = await actions.act('manager/enter', { pin });
    setPin('');
    if (reply?.ok === true) ui.setState({ manager: reply.value.name, dialog: null });
  };
  return (
    <Modal screen="manager-pin" title={t('manager.pinTitle')}>
      <p className={styles.lead}>{t('manager.pinDetail')}</p>
      <form onSubmit={(event) => event.preventDefault()}>
        <TextField label={t('refund.pin')} kind="pin" maxLength={12} value={pin} onChange={setPin} home />
      </form>
      <PinTrouble error={error} seconds={seconds} />
      <ActionBar>
        <Button hotkey="Escape" onPress={() => actions.open(null)}>
          {t('common.back')}
        </Button>
        <Button
          kind="primary"
          hotkey="Enter"
          disabled={busy || pin.length < 4 || seconds > 0}
          onPress={() => void enter()}
        >
          {t('manager.enter')}
        </Button>
      </ActionBar>
    </Modal>
  );
}
