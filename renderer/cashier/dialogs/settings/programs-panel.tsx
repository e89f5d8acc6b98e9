import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../../shared/domain/business-day/format-time.ts';
import { epochMs } from '../../../../shared/kernel/time.ts';
import { Button } from '../../../components/button.tsx';
import { ChoiceGroup } from '../../../components/choice-group.tsx';
import { ErrorNote } from '../../../components/error-note.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { SignatureFields } from '../../../components/signature/signature-fields.tsx';
import { useSignature } from '../../../components/signature/use-signature.ts';
import form from '../../setup/form.module.css';
import { useKeySigners } from '../../setup/use-key-signers.ts';
import { useActions, useUi, useView } from '../../till-context.ts';
import styles from './programs/programs.module.css';
import type { MadeToken } from './programs/new-token.tsx';
import { usePrograms, type Program } from './programs/use-programs.ts';

const NEW = 'new';
/** The value of the choice for the first token, which has no id. Ids have 8 characters. */
const FIRST = 'first';

/**
 * Shows the programs that may use the local API. Makes a token for a new one, and ends one. Needs a manager.
 *
 * @param onMade called with a new token, which is shown once and by itself.
 */
export function ProgramsPanel({ onMade }: { readonly onMade: (made: MadeToken) => void }): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const { zone } = useView();
  const { programs, reload } = usePrograms();
  const [chosen, setChosen] = useState(NEW);
  const [name, setName] = useState('');
  const signature = useSignature(useKeySigners());
  const program = programs.find((each) => valueOf(each) === chosen);

  const choose = (value: string): void => {
    actions.clearError();
    signature.clear();
    setChosen(value);
  };
  const add = async (): Promise<void> => {
    const reply = await actions.act('program/add', {
      name: name.trim(),
      managerPin: signature.pin,
      ...signature.named,
    });
    signature.clear();
    if (reply?.ok === true) onMade({ name: name.trim(), token: reply.value.token });
  };
  const revoke = async ({ id }: Program): Promise<void> => {
    const reply = await actions.act('program/revoke', { id, managerPin: signature.pin, ...signature.named });
    signature.clear();
    if (reply?.ok !== true) return;
    choose(NEW);
    reload();
  };

  return (
    <form className={form.form} onSubmit={(event) => event.preventDefault()}>
      <p className={form.lead}>{t('programs.detail')}</p>
      <div className={styles.list}>
        <ChoiceGroup
          label={t('settings.programs')}
          hideLabel
          layout="list"
          value={program === undefined ? NEW : chosen}
          onChange={choose}
          choices={[
            { value: NEW, label: t('programs.new'), detail: t('programs.newDetail') },
            ...programs.map((each) => ({
              value: valueOf(each),
              label: each.name ?? t('programs.first'),
              detail: t(each.id === null ? 'programs.firstDetail' : 'programs.since', {
                day: formatDateTime(epochMs(each.createdAt), zone),
              }),
            })),
          ]}
        />
      </div>
      <div className={form.pair}>
        {program === undefined ? (
          <TextField label={t('programs.name')} value={name} maxLength={80} onChange={setName} />
        ) : (
          <p>
            {program.name === null
              ? t('programs.replaceAsk')
              : t('programs.revokeAsk', { name: program.name })}
          </p>
        )}
        <SignatureFields signature={signature} />
      </div>
      {error === null ? null : <ErrorNote error={error} />}
      {program === undefined ? (
        <Button
          kind="primary"
          hotkey="Enter"
          disabled={busy || !signature.isReady || name.trim() === ''}
          onPress={() => void add()}
        >
          {t('programs.add')}
        </Button>
      ) : (
        <Button
          kind="danger"
          hotkey="Enter"
          disabled={busy || !signature.isReady}
          onPress={() => void revoke(program)}
        >
          {t(program.id === null ? 'programs.replace' : 'programs.revoke')}
        </Button>
      )}
    </form>
  );
}

function valueOf({ id }: Program): string {
  return id ?? FIRST;
}
