import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePort } from '../../../../calls/port-context.ts';
import { useTimeOver } from '../../../../calls/use-time-over.ts';
import { ActionBar } from '../../../../components/action-bar.tsx';
import { Button } from '../../../../components/button.tsx';
import { ErrorNote } from '../../../../components/error-note.tsx';
import { SupportDetails } from '../../../../components/support-details.tsx';
import styles from '../../../setup/form.module.css';
import { useActions, useUi } from '../../../till-context.ts';
import { NoPrinter } from './no-printer.tsx';
import { BY_ADDRESS, BY_PORT, PrinterChoices, type Chosen } from './printer-choices.tsx';
import type { Found, FoundPrinter } from './setup-draft.ts';

/** Finds printers of all kinds at once. A person chooses one, or types the address of one in the network. */
export function FindPrinter(props: {
  /** The address of the present printer, if it is in the network. */
  readonly present: string | null;
  readonly found: Found | null;
  readonly onFound: (found: Found) => void;
  readonly onChosen: (printer: FoundPrinter) => void;
}): ReactNode {
  const { present, found, onFound, onChosen } = props;
  const { t } = useTranslation();
  const port = usePort();
  const isTimeOver = useTimeOver();
  const actions = useActions();
  const error = useUi((state) => state.error);
  const [round, setRound] = useState(1);
  const [searched, setSearched] = useState(0);
  const searching = searched < round;
  const [chosen, setChosen] = useState<Chosen>({ way: null, address: present ?? '', port: null });
  const printers = found?.printers ?? [];
  const isEmpty = !searching && printers.every(({ isBarePort }) => isBarePort);
  const one = printers.find(({ printer }) => printer === (chosen.way === BY_PORT ? chosen.port : chosen.way));
  const isChosen = one !== undefined || (chosen.way === BY_ADDRESS && chosen.address.trim() !== '');

  useEffect(() => {
    void port.invoke('printing/discover', {}).then((reply) => {
      if (isTimeOver(reply)) return;
      setSearched(round);
      if (!reply.ok) return;
      onFound(reply.value);
      const usable = reply.value.printers.find(({ problem, isBarePort }) => problem === null && !isBarePort);
      setChosen(({ address }) => ({ way: usable?.printer ?? null, address, port: null }));
    });
  }, [port, round, onFound, isTimeOver]);

  const choose = async (): Promise<void> => {
    actions.clearError();
    if (one !== undefined) return onChosen(one);
    const reply = await actions.act('printing/find-at', { address: chosen.address });
    if (reply?.ok === true) onChosen(reply.value);
    else if (reply !== null) isTimeOver(reply);
  };
  const searchAgain = (): void => {
    actions.clearError();
    setRound(round + 1);
  };

  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      {searching ? <p role="status">{t('printerSetup.searching')}</p> : null}
      {isEmpty ? <NoPrinter /> : null}
      {searching ? null : (
        <PrinterChoices
          printers={printers}
          chosen={chosen}
          onChange={(patch) => setChosen({ ...chosen, ...patch })}
        />
      )}
      {found === null || searching ? null : <Unsearched found={found} withWords={chosen.way === null} />}
      {error === null ? null : <ErrorNote error={error} />}
      <ActionBar>
        <Button
          hotkey="F5"
          kind={isEmpty && !isChosen ? 'primary' : 'plain'}
          disabled={searching}
          onPress={searchAgain}
        >
          {t('printerSetup.search')}
        </Button>
        <Button
          kind={isEmpty && !isChosen ? 'plain' : 'primary'}
          hotkey="Enter"
          disabled={searching || !isChosen}
          onPress={() => void choose()}
        >
          {t('act.continue')}
        </Button>
      </ActionBar>
    </form>
  );
}

/**
 * Says which kinds could not be searched, while nothing is chosen: then one of them may be the missing printer. The texts of the
 * system are for support.
 */
function Unsearched({
  found: { printers, unsearched },
  withWords,
}: {
  readonly found: Found;
  readonly withWords: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const details = [
    ...unsearched.map(({ kind, detail }) => `${kind}: ${detail}`),
    ...printers.flatMap(({ kind, place, detail }) => (detail === null ? [] : `${kind} ${place}: ${detail}`)),
  ];
  return (
    <>
      {withWords && unsearched.length > 0 ? (
        <ul className={styles.notes}>
          {unsearched.map(({ kind, trouble }) => (
            <li key={kind} data-unsearched={kind}>
              {t('printerSetup.unsearched', {
                kind: t(`printerKind.${kind}`),
                trouble: t(`searchTrouble.${trouble}`),
              })}
            </li>
          ))}
        </ul>
      ) : null}
      <SupportDetails texts={details} />
    </>
  );
}
