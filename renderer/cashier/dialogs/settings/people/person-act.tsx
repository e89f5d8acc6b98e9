import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillView } from '../../../../../shared/contract/views.ts';
import { useSigners } from '../../../../calls/signers-context.ts';
import { usePinWait } from '../../../../calls/use-pin-wait.ts';
import { Button } from '../../../../components/button.tsx';
import { PinTrouble } from '../../../../components/pin-trouble.tsx';
import { SignatureFields } from '../../../../components/signature/signature-fields.tsx';
import { useSignature } from '../../../../components/signature/use-signature.ts';
import { TextField } from '../../../../components/text-field.tsx';
import form from '../../../setup/form.module.css';
import { useActions, useUi } from '../../../till-context.ts';

/** The acts about a person that a manager signs. */
export type PersonActKind = 'rename' | 'make-manager' | 'make-operator' | 'unlock' | 'deactivate';

/** Asks a manager for the signature under an act about a person, and says what the act does. */
export function PersonAct({
  person,
  act,
  onDone,
}: {
  readonly person: TillView['operators'][number];
  readonly act: PersonActKind;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const seconds = usePinWait(error);
  const signature = useSignature(useSigners());
  const [name, setName] = useState(person.name);
  const isNamed = act !== 'rename' || name.trim() !== '';
  const submit = async (): Promise<void> => {
    const signed = { personId: person.id, managerPin: signature.pin, ...signature.named };
    const send = {
      rename: () => actions.act('people/rename', { ...signed, name: name.trim() }),
      'make-manager': () => actions.act('people/set-role', { ...signed, role: 'manager' }),
      'make-operator': () => actions.act('people/set-role', { ...signed, role: 'operator' }),
      unlock: () => actions.act('people/unlock', signed),
      deactivate: () => actions.act('people/deactivate', signed),
    }[act];
    const reply = await send();
    signature.clear();
    if (reply?.ok === true) onDone();
  };
  return (
    <form className={form.form} onSubmit={(event) => event.preventDefault()} data-person-act={act}>
      <p className={form.lead}>{t(`peopleDetail.${act}`, { name: person.name })}</p>
      {act === 'rename' ? (
        <TextField label={t('persons.name')} value={name} maxLength={40} onChange={setName} />
      ) : null}
      <SignatureFields signature={signature} />
      <PinTrouble error={error} seconds={seconds} />
      <Button
        kind={act === 'deactivate' ? 'danger' : 'primary'}
        hotkey="Enter"
        disabled={busy || !isNamed || !signature.isReady || seconds > 0}
        onPress={() => void submit()}
      >
        {t(`people.${act}`)}
      </Button>
    </form>
  );
}
