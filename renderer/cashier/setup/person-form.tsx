import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillView } from '../../../shared/contract/views.ts';
import { SHORTEST_PIN } from '../../../shared/domain/people/choose-pin.ts';
import { Button } from '../../components/button.tsx';
import { ErrorNote, Problem } from '../../components/error-note.tsx';
import { ActionBar } from '../../components/action-bar.tsx';
import { focusHome } from '../../components/focus-home.ts';
import { TextField } from '../../components/text-field.tsx';
import { useActions, useUi } from '../till-context.ts';
import { personProblem, type PersonDraft } from './person-problem.ts';
import { SignatureFields } from '../../components/signature/signature-fields.tsx';
import { useSignature } from '../../components/signature/use-signature.ts';
import { useSigners } from '../../calls/signers-context.ts';
import styles from './form.module.css';

const EMPTY: PersonDraft = { name: '', pin: '', repeat: '' };

/** Adds one person. If the till has a manager, a manager's PIN is required. */
export function PersonForm({
  role,
  needsManagerPin = false,
  isFirst = true,
  onAdded,
  onBack,
}: {
  readonly role: TillView['operators'][number]['role'];
  readonly needsManagerPin?: boolean;
  /** In the first run the form shows its purpose. */
  readonly isFirst?: boolean;
  readonly onAdded: (name: string) => void;
  /** The step before this one, in the first run. */
  readonly onBack?: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const [draft, setDraft] = useState(EMPTY);
  const signature = useSignature(useSigners());
  const [checked, setChecked] = useState(false);
  const problem = personProblem(draft, role);
  const change = (patch: Partial<PersonDraft>): void => setDraft({ ...draft, ...patch });

  const submit = async (): Promise<void> => {
    setChecked(true);
    // In the settings the home is the tab, and the focus stays in the form.
    if (problem !== null) return isFirst ? focusHome() : undefined;
    const { name, pin } = draft;
    const allowed = needsManagerPin ? { managerPin: signature.pin, ...signature.named } : {};
    const reply = await actions.act('session/add-operator', { name: name.trim(), role, pin, ...allowed });
    if (reply?.ok === true) onAdded(name.trim());
  };

  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      {isFirst ? <h2>{t(`persons.${role}Title`)}</h2> : null}
      {isFirst && role === 'manager' ? <p className={styles.lead}>{t('persons.managerDetail')}</p> : null}
      <TextField
        label={t('persons.name')}
        value={draft.name}
        maxLength={40}
        home
        onChange={(name) => change({ name })}
      />
      <div className={styles.pair}>
        <TextField
          label={t('persons.pin', { shortest: SHORTEST_PIN[role] })}
          kind="pin"
          maxLength={12}
          value={draft.pin}
          onChange={(pin) => change({ pin })}
        />
        <TextField
          label={t('persons.repeat')}
          kind="pin"
          maxLength={12}
          value={draft.repeat}
          onChange={(repeat) => change({ repeat })}
        />
      </div>
      {needsManagerPin ? <SignatureFields signature={signature} /> : null}
      {checked && problem !== null ? (
        <Problem name={problem}>{t(`persons.${problem}`, { shortest: SHORTEST_PIN[role] })}</Problem>
      ) : null}
      {error === null ? null : <ErrorNote error={error} />}
      <ActionBar>
        {onBack === undefined ? null : (
          <Button hotkey="Escape" onPress={onBack}>
            {t('act.back')}
          </Button>
        )}
        <Button kind="primary" hotkey="Enter" disabled={busy} onPress={() => void submit()}>
          {t('persons.add')}
        </Button>
      </ActionBar>
    </form>
  );
}
