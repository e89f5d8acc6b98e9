import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../../calls/use-act.ts';
import { usePinWait } from '../../../../calls/use-pin-wait.ts';
import { Button } from '../../../../components/button.tsx';
import { PinTrouble } from '../../../../components/pin-trouble.tsx';
import styles from '../../../setup/form.module.css';
import { ManagerPinField } from '../../../setup/manager-pin-field.tsx';

/** Asks for the PIN of a manager before the printer can be tested or set up. */
export function ManagerGate({ onEntered }: { readonly onEntered: () => void }): ReactNode {
  const { t } = useTranslation();
  const { act, busy, error } = useAct();
  const seconds = usePinWait(error);
  const [pin, setPin] = useState('');
  const enter = async (): Promise<void> => {
    const reply = await act('manager/enter', { pin });
    setPin('');
    if (reply?.ok === true) onEntered();
  };
  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <p className={styles.lead}>{t('printerSetup.managerLead')}</p>
      <ManagerPinField value={pin} onChange={setPin} />
      <PinTrouble error={error} seconds={seconds} />
      <Button
        kind="primary"
        hotkey="Enter"
        disabled={busy || seconds > 0 || pin.length < 4}
        onPress={() => void enter()}
      >
        {t('act.continue')}
      </Button>
    </form>
  );
}
