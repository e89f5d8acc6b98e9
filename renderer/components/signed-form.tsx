import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeInput, BridgeMethod, BridgeReply } from '../../shared/rpc/bridge.ts';
import { SHORTEST_REASON } from '../../shared/domain/reason/shortest-reason.ts';
import { useAct } from '../calls/use-act.ts';
import { usePinWait } from '../calls/use-pin-wait.ts';
import { ActionBar } from './action-bar.tsx';
import { Button, type ButtonProps } from './button.tsx';
import { Modal, type ModalProps } from './modal.tsx';
import { PinTrouble } from './pin-trouble.tsx';
import { TextField } from './text-field.tsx';
import styles from './signed-form.module.css';

/** Digits of the shortest PIN. */
const SHORTEST_PIN = 4;

/** What a manager signs with. `reason` is empty where the form asks for none. */
export interface Signature {
  readonly reason: string;
  readonly pin: string;
}

type Value<M extends BridgeMethod> = Extract<BridgeReply<M>, { ok: true }>['value'];

export interface SignedFormProps<M extends BridgeMethod> extends Pick<
  ModalProps,
  'screen' | 'title' | 'level' | 'wide'
> {
  readonly lead: ReactNode;
  /** Fields above the reason. The first of them is the home of the focus. */
  readonly children?: ReactNode;
  /** Words of the reason's field; null where the act needs no reason. */
  readonly reason: { readonly label: string; readonly hint?: string } | null;
  readonly confirm: string;
  readonly kind: NonNullable<ButtonProps['kind']>;
  readonly method: M;
  /** What is called with; null while the fields above hold nothing that can be signed. */
  readonly input: ((signature: Signature) => BridgeInput<M>) | null;
  readonly onBack: () => void;
  readonly onDone: (value: Value<M>) => void;
}

/** A dialog for an act that a manager signs: why, and a PIN. A PIN that was sent is never sent again. */
export function SignedForm<M extends BridgeMethod>(props: SignedFormProps<M>): ReactNode {
  const { screen, title, level, wide, lead, children, input } = props;
  const { t } = useTranslation();
  const { act, busy, error } = useAct();
  const seconds = usePinWait(error);
  const [reason, setReason] = useState('');
  const [pin, setPin] = useState('');
  const isReasoned = props.reason === null || reason.trim().length >= SHORTEST_REASON;
  const ready = input !== null && isReasoned && pin.length >= SHORTEST_PIN && !busy && seconds === 0;
  const sign = async (): Promise<void> => {
    if (input === null) return;
    const reply = await act(props.method, input({ reason, pin }));
    setPin('');
    if (reply?.ok === true) props.onDone(reply.value as Value<M>);
  };
  return (
    <Modal screen={screen} title={title} {...(level === undefined ? {} : { level })} wide={wide ?? false}>
      <p className={styles.lead}>{lead}</p>
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        {children}
        {props.reason === null ? null : (
          <TextField
            {...props.reason}
            maxLength={200}
            value={reason}
            onChange={setReason}
            home={children === undefined}
          />
        )}
        <TextField
          label={t('signed.pin')}
          kind="pin"
          maxLength={12}
          value={pin}
          onChange={setPin}
          home={children === undefined && props.reason === null}
        />
      </form>
      <PinTrouble error={error} seconds={seconds} />
      <ActionBar>
        <Button hotkey="Escape" onPress={props.onBack}>
          {t('act.back')}
        </Button>
        <Button kind={props.kind} hotkey="Enter" disabled={!ready} onPress={() => void sign()}>
          {props.confirm}
        </Button>
      </ActionBar>
    </Modal>
  );
}
