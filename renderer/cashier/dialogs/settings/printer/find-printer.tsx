import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillView } from '../../../../../shared/contract/views.ts';
import { ActionBar } from '../../../../components/action-bar.tsx';
import { Button } from '../../../../components/button.tsx';
import { ChoiceGroup } from '../../../../components/choice-group.tsx';
import { ErrorNote } from '../../../../components/error-note.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import styles from '../../../setup/form.module.css';
import { useActions, useCashier, useUi } from '../../../till-context.ts';
import type { Draft, Found } from './setup-draft.ts';

const BY_ADDRESS = 'address';

/** All printers that can be found, of all kinds at once; one in the network is named by its address. */
export function FindPrinter(props: {
  readonly printer: TillView['printer'];
  readonly found: Found | null;
  readonly onFound: (found: Found) => void;
  readonly onChosen: (draft: Draft) => void;
}): ReactNode {
  const { printer, found, onFound, onChosen } = props;
  const { t } = useTranslation();
  const { port } = useCashier();
  const actions = useActions();
  const error = useUi((state) => state.error);
  const [round, setRound] = useState(1);
  const [searched, setSearched] = useState(0);
  const searching = searched < round;
  const [chosen, setChosen] = useState<string>(BY_ADDRESS);
  const [address, setAddress] = useState(
    printer?.setup.target.kind === 'tcp9100' ? printer.setup.target.id : '',
  );

  useEffect(() => {
    void port.invoke('printing/discover', {}).then((reply) => {
      setSearched(round);
      if (!reply.ok) return;
      onFound(reply.value);
      const usable = reply.value.printers.find(({ problem }) => problem === null);
      setChosen(keyOf(usable?.target) ?? BY_ADDRESS);
    });
  }, [port, round, onFound]);

  const choose = (): void => {
    actions.clearError();
    const one = found?.printers.find(({ target }) => keyOf(target) === chosen);
    if (one !== undefined) return onChosen({ target: one.target, name: one.label, profile: one.profile });
    const id = address.trim().includes(':') ? address.trim() : `${address.trim()}:9100`;
    onChosen({ target: { kind: 'tcp9100', id }, name: id, profile: null });
  };

  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      {searching ? <p role="status">{t('printerSetup.searching')}</p> : null}
      {found !== null && found.printers.length === 0 ? <p>{t('printerSetup.none')}</p> : null}
      {searching ? null : (
        <ChoiceGroup
          label={t('term.printer')}
          layout="list"
          home
          value={chosen}
          onChange={setChosen}
          choices={[
            ...(found?.printers ?? []).map(({ target, label, place, problem }) => ({
              value: keyOf(target) ?? place,
              label,
              detail: problem === null ? place : t(`printReason.${problem}`),
            })),
            { value: BY_ADDRESS, label: t('printerSetup.inNetwork') },
          ]}
        />
      )}
      {chosen === BY_ADDRESS && !searching ? (
        <TextField
          label={t('printerSetup.address')}
          hint={t('printerSetup.addressHint')}
          maxLength={200}
          value={address}
          onChange={setAddress}
        />
      ) : null}
      {found?.unsearched.map(({ kind, detail }) => (
        <p key={kind} className={styles.lead}>
          {t('printerSetup.unsearched', { kind, detail })}
        </p>
      ))}
      {error === null ? null : <ErrorNote error={error} />}
      <ActionBar>
        <Button hotkey="F5" disabled={searching} onPress={() => setRound(round + 1)}>
          {t('printerSetup.search')}
        </Button>
        <Button
          kind="primary"
          hotkey="Enter"
          disabled={searching || (chosen === BY_ADDRESS && address.trim() === '')}
          onPress={choose}
        >
          {t('act.continue')}
        </Button>
      </ActionBar>
    </form>
  );
}

function keyOf(target: Draft['target'] | undefined): string | null {
  return target === undefined ? null : `${target.kind} ${target.id}`;
}
