import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillView } from '../../../../shared/contract/views.ts';
import { SHORTEST_PIN } from '../../../../shared/domain/people/choose-pin.ts';
import { ActionBar } from '../../../components/action-bar.tsx';
import { Button } from '../../../components/button.tsx';
import { ErrorNote, Problem } from '../../../components/error-note.tsx';
import { TRIES_BEFORE_HELP } from '../../../components/pin-trouble.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useActions, useUi, useView } from '../../till-context.ts';
import { usePinWait } from '../../../calls/use-pin-wait.ts';
import styles from './pin-entry.module.css';

/** Asks for the PIN of the chosen person, to sign in or to unlock the till. */
export function PinEntry({
  operator,
  method,
  confirm,
  onBack,
}: {
  readonly operator: TillView['operators'][number];
  readonly method: 'session/sign-in' | 'session/unlock';
  readonly confirm: string;
  readonly onBack?: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const { trainingPins, mode } = useView();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const seconds = usePinWait(error);
  const label = method === 'session/unlock' ? t('signIn.pin', { name: operator.name }) : t('signIn.pinLabel');
  const [pin, setPin] = useState('');
  const [wrongPins, setWrongPins] = useState(0);
  const trainingPin = trainingPins?.find(({ operatorId }) => operatorId === operator.id)?.pin;
  const ready = pin.length >= 4 && !busy && seconds === 0;

  const submit = async (): Promise<void> => {
    const reply = await actions.act(method, { operatorId: operator.id, pin });
    if (reply?.ok === false) {
      if (reply.error.code === 'wrong-pin') setWrongPins(wrongPins + 1);
      setPin('');
    }
    const isShort = operator.role === 'manager' && pin.length < SHORTEST_PIN.manager;
    if (reply?.ok === true && mode === 'production' && isShort)
      actions.open({ kind: 'own-pin', personId: operator.id });
  };

  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <TextField label={label} kind="pin" maxLength={12} value={pin} onChange={setPin} home />
      {trainingPin === undefined ? null : (
        <p className={styles.training}>{t('signIn.trainingPin', { pin: trainingPin })}</p>
      )}
      {seconds > 0 ? (
        <Problem name="wait">{t('signIn.waiting', { seconds })}</Problem>
      ) : error === null || error.code === 'wait' ? null : (
        <ErrorNote error={error} />
      )}
      {wrongPins < TRIES_BEFORE_HELP || trainingPins !== null ? null : (
        <Problem name="forgotten">
          {t(operator.role === 'manager' ? 'signIn.forgottenManager' : 'signIn.forgotten')}
        </Problem>
      )}
      <ActionBar>
        {onBack === undefined ? null : (
          <Button hotkey="Escape" onPress={onBack}>
            {t('signIn.other')}
          </Button>
        )}
        <Button kind="primary" hotkey="Enter" disabled={!ready} onPress={() => void submit()}>
          {confirm}
        </Button>
      </ActionBar>
    </form>
  );
}
