import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceGroup } from '../choice-group.tsx';
import { TextField } from '../text-field.tsx';
import type { SignatureDraft } from './use-signature.ts';

/** Asks which manager signs, if there are several, and for that manager's PIN. */
export function SignatureFields({
  signature,
  label,
  home = false,
}: {
  readonly signature: SignatureDraft;
  /** The name of the choice, where two managers sign. */
  readonly label?: string;
  readonly home?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { managers, chosen, pin } = signature;
  const isChoice = managers.length > 1 && chosen !== null;
  // Where two managers sign, each field says whose PIN it takes.
  const isNamed = chosen !== null && (isChoice || label !== undefined);
  return (
    <>
      {isChoice ? (
        <ChoiceGroup
          label={label ?? t('role.manager')}
          value={chosen.id}
          home={home}
          onChange={signature.choose}
          choices={managers.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <TextField
        label={isNamed ? t('signIn.pin', { name: chosen.name }) : t('signed.pin')}
        kind="pin"
        maxLength={12}
        value={pin}
        home={home && !isChoice}
        onChange={signature.setPin}
      />
    </>
  );
}
