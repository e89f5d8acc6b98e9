import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { SHORTEST_REASON } from '../../../shared/domain/reason/shortest-reason.ts';
import { newRequestId } from '../../api/request-id.ts';
import { ActionBar } from '../../components/action-bar.tsx';
import { money } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { Modal } from '../../components/modal.tsx';
import { PinTrouble } from '../../components/pin-trouble.tsx';
import { TextField } from '../../components/text-field.tsx';
import { usePinWait } from '../screens/sign-in/use-pin-wait.ts';
import { useActions, useUi } from '../till-context.ts';
import styles from './dialog.module.css';

/** Gives back all that can be given back of one charge, once, on the manager's word and for a reason. */
export function Refund({
  charge,
  back,
}: {
  readonly charge: ChargeView;
  readonly back: 'close-shift' | null;
}): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const seconds = usePinWait(error);
  // One intent, one key: asked twice, the money goes back once.
  const [requestId] = useState(newRequestId);
  const [amount] = useState(charge.refundable);
  const [reason, setReason] = useState('');
  const [pin, setPin] = useState('');
  const isReasoned = reason.trim().length >= SHORTEST_REASON;
  const ready = isReasoned && pin.length >= 4 && !busy && seconds === 0;

  const leave = (): void => actions.open(back === null ? null : { kind: back });

  const submit = async (): Promise<void> => {
    const reply = await actions.act('charge/refund', { id: charge.id, requestId, amount, reason, pin });
    setPin('');
    if (reply?.ok === true) leave();
  };

  return (
    <Modal screen="refund" title={t('refund.title', { amount: money(amount) })} level="alarm">
      <p className={styles.lead}>{t('refund.detail')}</p>
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        <TextField
          label={t('refund.reason')}
          hint={t('refund.reasonHint')}
          maxLength={200}
          value={reason}
          onChange={setReason}
          home
        />
        <TextField label={t('refund.pin')} kind="pin" maxLength={12} value={pin} onChange={setPin} />
      </form>
      <PinTrouble error={error} seconds={seconds} />
      <ActionBar>
        <Button hotkey="Escape" onPress={leave}>
          {t('common.back')}
        </Button>
        <Button kind="primary" hotkey="Enter" disabled={!ready} onPress={() => void submit()}>
          {t('refund.confirm')}
        </Button>
      </ActionBar>
    </Modal>
  );
}
