import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { formatReais } from '../../../shared/domain/money/format.ts';
import { parseReais } from '../../../shared/domain/money/parse-reais.ts';
import { SHORTEST_REASON } from '../../../shared/domain/reason/shortest-reason.ts';
import { newRequestId } from '../../api/request-id.ts';
import { usePinWait } from '../../cashier/screens/sign-in/use-pin-wait.ts';
import { useActions, useUi } from '../../cashier/till-context.ts';
import { ActionBar } from '../../components/action-bar.tsx';
import { money } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { Problem } from '../../components/error-note.tsx';
import { Modal } from '../../components/modal.tsx';
import { PinTrouble } from '../../components/pin-trouble.tsx';
import { TextField } from '../../components/text-field.tsx';
import styles from '../manager.module.css';

/** Gives all or a part back, never more than what remains, on a PIN and with a reason. */
export function GiveBack({
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
  // One intent, one key: asked twice, the money goes back once.
  const [requestId] = useState(newRequestId);
  const [most] = useState(charge.refundable);
  const [typed, setTyped] = useState(formatReais(centavos(most)));
  const [reason, setReason] = useState('');
  const [pin, setPin] = useState('');
  const amount = parseReais(typed);
  const isReasoned = reason.trim().length >= SHORTEST_REASON;
  const problem = !amount.ok
    ? 'badAmount'
    : amount.value === 0
      ? 'zero'
      : amount.value > most
        ? 'tooMuch'
        : null;
  const submit = async (): Promise<void> => {
    if (!amount.ok || problem !== null) return;
    const input = { id: charge.id, requestId, amount: amount.value, reason, pin };
    const reply = await actions.act('charge/refund', input);
    setPin('');
    if (reply?.ok === true) onDone();
  };
  return (
    <Modal
      screen="give-back"
      title={t('giveBack.title', { amount: money(charge.paidAmount ?? charge.amount) })}
      wide
    >
      <p className={styles.lead}>{t('giveBack.remains', { amount: money(most) })}</p>
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        <TextField label={t('giveBack.amount')} maxLength={16} value={typed} onChange={setTyped} home />
        <TextField
          label={t('refund.reason')}
          hint={t('refund.reasonHint')}
          maxLength={200}
          value={reason}
          onChange={setReason}
        />
        <TextField label={t('refund.pin')} kind="pin" maxLength={12} value={pin} onChange={setPin} />
      </form>
      {problem === null ? null : (
        <Problem name={problem}>{t(`giveBack.${problem}`, { amount: money(most) })}</Problem>
      )}
      <PinTrouble error={error} seconds={seconds} />
      <ActionBar>
        <Button hotkey="Escape" onPress={onDone}>
          {t('common.back')}
        </Button>
        <Button
          kind="danger"
          hotkey="Enter"
          disabled={busy || problem !== null || !isReasoned || pin.length < 4 || seconds > 0}
          onPress={() => void submit()}
        >
          {t('way.refund')}
        </Button>
      </ActionBar>
    </Modal>
  );
}
