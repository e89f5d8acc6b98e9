import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeInput, BridgeMethod, BridgeReply } from '../../shared/rpc/bridge.ts';
import { SHORTEST_REASON } from '../../shared/domain/reason/shortest-reason.ts';
import { useSigners } from '../calls/signers-context.ts';
import { useAct } from '../calls/use-act.ts';
import { usePinWait } from '../calls/use-pin-wait.ts';
import { ActionBar } from './action-bar.tsx';
import { Button, type ButtonProps } from './button.tsx';
import { Modal, type ModalProps } from './modal.tsx';
import { PinTrouble } from './pin-trouble.tsx';
import { ReasonChoices } from './reason-choices.tsx';
import { SignatureFields } from './signature/signature-fields.tsx';
import { useSignature } from './signature/use-signature.ts';
import { TextField } from './text-field.tsx';
import styles from './signed-form.module.css';

/** What a manager signs with. `reason` is empty where the form asks for none. */
export interface Signature {
  readonly reason: string;
  /** The PIN, and the manager where there are several. */
  readonly signed: { readonly pin: string; readonly managerId?: string };
  /** The second manager, after the core asked for one. */
  readonly second: { readonly secondPin?: string; readonly secondManagerId?: string };
}

type Value<M extends BridgeMethod> = Extract<BridgeReply<M>, { ok: true }>['value'];

export interface SignedFormProps<M extends BridgeMethod> extends Pick<
  ModalProps,
  'screen' | 'title' | 'level' | 'wide'
> {
  readonly lead: ReactNode;
  /** Fields above the reason. The first of them is the home of the focus. */
  readonly children?: ReactNode;
  /**
   * Words of the reason's field, the fewest characters, and reasons that a touch chooses. Null where the act needs no reason.
   */
  readonly reason: {
    readonly label: string;
    readonly hint?: string;
    readonly shortest?: number;
    readonly choices?: readonly string[];
  } | null;
  readonly confirm: string;
  readonly kind: NonNullable<ButtonProps['kind']>;
  readonly method: M;
  /** What is called with; null while the fields above hold nothing that can be signed. */
  readonly input: ((signature: Signature) => BridgeInput<M>) | null;
  readonly onBack: () => void;
  readonly onDone: (value: Value<M>) => void;
}

/**
 * A dialog for an act that a manager signs: why, who, and a PIN. A PIN that was sent is never sent again. If the core asks for a
 * second manager, the fields of that manager appear.
 */
export function SignedForm<M extends BridgeMethod>(props: SignedFormProps<M>): ReactNode {
  const { screen, title, level, wide, lead, children, input, reason: asked } = props;
  const { t } = useTranslation();
  const { act, busy, error } = useAct();
  const seconds = usePinWait(error);
  const signers = useSigners();
  const first = useSignature(signers);
  const others = signers.managers.filter(({ id }) => id !== first.chosen?.id);
  const second = useSignature({ managers: others, likelyId: null });
  const [needsSecond, setNeedsSecond] = useState(false);
  const [wrongPins, setWrongPins] = useState(0);
  const [reason, setReason] = useState('');
  const isReasoned = asked === null || reason.trim().length >= (asked.shortest ?? SHORTEST_REASON);
  const isSigned = first.isReady && (!needsSecond || second.isReady);
  const ready = input !== null && isReasoned && isSigned && !busy && seconds === 0;
  const sign = async (): Promise<void> => {
    if (input === null) return;
    const { managerId: secondManagerId } = second.named;
    const named = secondManagerId === undefined ? {} : { secondManagerId };
    const reply = await act(
      props.method,
      input({
        reason,
        signed: { pin: first.pin, ...first.named },
        second: needsSecond ? { secondPin: second.pin, ...named } : {},
      }),
    );
    second.clear();
    const code = reply?.ok === false ? reply.error.code : null;
    if (code === 'wrong-pin') setWrongPins(wrongPins + 1);
    // No PIN was checked, so the first manager need not type it again.
    if (code === 'second-manager-needed') setNeedsSecond(true);
    else first.clear();
    if (reply?.ok === true) props.onDone(reply.value as Value<M>);
  };
  return (
    <Modal
      screen={screen}
      title={title}
      {...(level === undefined ? {} : { level })}
      wide={wide === true || needsSecond}
    >
      <p className={styles.lead}>{lead}</p>
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        {children}
        {asked === null ? null : (
          <TextField
            label={asked.label}
            {...(asked.hint === undefined ? {} : { hint: asked.hint })}
            maxLength={200}
            value={reason}
            onChange={setReason}
            home={children === undefined}
          />
        )}
        {asked?.choices === undefined ? null : <ReasonChoices choices={asked.choices} onChoose={setReason} />}
        <SignatureFields signature={first} home={children === undefined && asked === null} />
        {needsSecond ? <SignatureFields signature={second} label={t('signed.second')} /> : null}
      </form>
      <PinTrouble error={error} seconds={seconds} wrongPins={signers.canChange ? wrongPins : 0} />
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
