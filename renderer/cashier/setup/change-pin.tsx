import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillView } from '../../../shared/contract/views.ts';
import { SHORTEST_PIN } from '../../../shared/domain/people/choose-pin.ts';
import { useSigners } from '../../calls/signers-context.ts';
import { usePinWait } from '../../calls/use-pin-wait.ts';
import { Button } from '../../components/button.tsx';
import { ChoiceGroup } from '../../components/choice-group.tsx';
import { Problem } from '../../components/error-note.tsx';
import { PinTrouble } from '../../components/pin-trouble.tsx';
import { SignatureFields } from '../../components/signature/signature-fields.tsx';
import { SHORTEST_TYPED_PIN, useSignature } from '../../components/signature/use-signature.ts';
import { TextField } from '../../components/text-field.tsx';
import { useActions, useUi } from '../till-context.ts';
import styles from './form.module.css';

/** What a person proves to change a PIN: the present PIN, the PIN of a manager, or the keys of the store. */
export type PinProof = 'own' | 'manager' | 'keys';

/** Gives a person another PIN, after a proof. The keys are for a manager who forgot the PIN. */
export function ChangePin({
  person,
  proofs,
  home = false,
  onDone,
}: {
  readonly person: TillView['operators'][number];
  /** The proofs to choose from, the first one chosen at first. */
  readonly proofs: readonly [PinProof, ...PinProof[]];
  readonly home?: boolean;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const seconds = usePinWait(error);
  const [proof, setProof] = useState(proofs[0]);
  const [pin, setPin] = useState('');
  const [keys, setKeys] = useState({ accessKey: '', secretKey: '' });
  const signature = useSignature(useSigners());
  const [chosen, setChosen] = useState({ newPin: '', repeat: '' });
  const [isChecked, setChecked] = useState(false);
  const { newPin, repeat } = chosen;
  const isProven = {
    own: pin.length >= SHORTEST_TYPED_PIN,
    manager: signature.isReady,
    keys: keys.accessKey !== '' && keys.secretKey !== '',
  }[proof];
  const problem =
    newPin.length < SHORTEST_PIN[person.role] ? 'tooShort' : newPin === repeat ? null : 'mismatch';

  const send = (): Promise<{ readonly ok: boolean } | null> => {
    const personId = person.id;
    if (proof === 'own') return actions.act('people/change-own-pin', { personId, pin, newPin });
    if (proof === 'keys') return actions.act('people/recover-pin', { personId, ...keys, newPin });
    return actions.act('people/set-pin', {
      personId,
      newPin,
      managerPin: signature.pin,
      ...signature.named,
    });
  };
  const submit = async (): Promise<void> => {
    setChecked(true);
    if (problem !== null) return;
    const reply = await send();
    setPin('');
    signature.clear();
    if (reply?.ok === true) onDone();
  };

  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      {proofs.length > 1 ? (
        <ChoiceGroup
          label={t('changePin.proof')}
          value={proof}
          home={home}
          onChange={setProof}
          choices={proofs.map((value) => ({ value, label: t(`changePin.${value}`) }))}
        />
      ) : null}
      {proof === 'own' ? (
        <TextField
          label={t('changePin.present', { name: person.name })}
          kind="pin"
          maxLength={12}
          value={pin}
          home={home && proofs.length === 1}
          onChange={setPin}
        />
      ) : null}
      {proof === 'manager' ? <SignatureFields signature={signature} /> : null}
      {proof === 'keys' ? (
        <div className={styles.pair}>
          <TextField
            label={t('connection.accessKey')}
            kind="secret"
            maxLength={600}
            value={keys.accessKey}
            onChange={(accessKey) => setKeys({ ...keys, accessKey })}
          />
          <TextField
            label={t('connection.secretKey')}
            kind="secret"
            maxLength={600}
            value={keys.secretKey}
            onChange={(secretKey) => setKeys({ ...keys, secretKey })}
          />
        </div>
      ) : null}
      <div className={styles.pair}>
        <TextField
          label={t('changePin.new', { shortest: SHORTEST_PIN[person.role] })}
          kind="pin"
          maxLength={12}
          value={newPin}
          onChange={(value) => setChosen({ ...chosen, newPin: value })}
        />
        <TextField
          label={t('persons.repeat')}
          kind="pin"
          maxLength={12}
          value={repeat}
          onChange={(value) => setChosen({ ...chosen, repeat: value })}
        />
      </div>
      {isChecked && problem !== null ? (
        <Problem name={problem}>{t(`changePin.${problem}`, { shortest: SHORTEST_PIN[person.role] })}</Problem>
      ) : null}
      <PinTrouble error={error} seconds={seconds} />
      <Button
        kind="primary"
        hotkey="Enter"
        disabled={busy || !isProven || seconds > 0}
        onPress={() => void submit()}
      >
        {t('people.changePin')}
      </Button>
    </form>
  );
}
