import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { SHORTEST_REASON } from '../../../shared/domain/reason/shortest-reason.ts';
import { ActionBar } from '../../components/action-bar.tsx';
import { money } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { ChoiceGroup } from '../../components/choice-group.tsx';
import { Modal } from '../../components/modal.tsx';
import { PinTrouble } from '../../components/pin-trouble.tsx';
import { TextField } from '../../components/text-field.tsx';
import { usePinWait } from '../screens/sign-in/use-pin-wait.ts';
import { useActions, useUi } from '../till-context.ts';
import styles from './dialog.module.css';

/** Settles without proof what hangs: the manager says what happened, why that is believed, and signs with a PIN. */
export function Force({
  charge,
  onDone,
}: {
  readonly charge: ChargeView;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const seconds = usePinWait(error);
  const [outcome, setOutcome] = useState<'paid' | 'not-paid'>('not-paid');
  const [reason, setReason] = useState('');
  const [pin, setPin] = useState('');
  const isReasoned = reason.trim().length >= SHORTEST_REASON;
  const ready = isReasoned && pin.length >= 4 && !busy && seconds === 0;

  const submit = async (): Promise<void> => {
    const reply = await actions.act('charge/force', { id: charge.id, outcome, reason, pin });
    setPin('');
    if (reply?.ok === true) onDone();
  };

  return (
    <Modal screen="force" title={t('force.title', { amount: money(charge.amount) })} level="alarm" wide>
      <p className={styles.lead}>
        {t(charge.status === 'cancelling' ? 'force.cancelling' : 'force.returning')}
      </p>
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        <ChoiceGroup
          label={t('force.outcome')}
          choices={[
            { value: 'not-paid', label: t('force.notPaid'), detail: t('force.notPaidDetail') },
            { value: 'paid', label: t('force.paid'), detail: t('force.paidDetail') },
          ]}
          value={outcome}
          onChange={setOutcome}
          layout="list"
          home
        />
        <TextField
          label={t('force.reason')}
          hint={t('force.reasonHint')}
          maxLength={200}
          value={reason}
          onChange={setReason}
        />
        <TextField label={t('refund.pin')} kind="pin" maxLength={12} value={pin} onChange={setPin} />
      </form>
      <PinTrouble error={error} seconds={seconds} />
      <ActionBar>
        <Button hotkey="Escape" onPress={onDone}>
          {t('common.back')}
        </Button>
        <Button kind="danger" hotkey="Enter" disabled={!ready} onPress={() => void submit()}>
          {t('force.confirm')}
        </Button>
      </ActionBar>
    </Modal>
  );
}
