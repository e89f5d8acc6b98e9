import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '../../../../components/action-bar.tsx';
import { Button } from '../../../../components/button.tsx';
import { ChoiceGroup } from '../../../../components/choice-group.tsx';
import { ErrorNote } from '../../../../components/error-note.tsx';
import { SignatureFields } from '../../../../components/signature/signature-fields.tsx';
import { useSignature } from '../../../../components/signature/use-signature.ts';
import { useSigners } from '../../../../calls/signers-context.ts';
import styles from '../../../setup/form.module.css';
import { useActions, useUi, useView } from '../../../till-context.ts';
import type { Setup } from './setup-draft.ts';

type YesNo = 'yes' | 'no';

/** Saves the printer for the till: its automatic slips, and the manager's PIN. */
export function KeepPrinter({
  setup,
  onBack,
}: {
  readonly setup: Setup;
  readonly onBack: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const { printer } = useView();
  const [automatic, setAutomatic] = useState<YesNo>(printer?.automatic === false ? 'no' : 'yes');
  const [drawer, setDrawer] = useState<YesNo>(printer?.drawer === true ? 'yes' : 'no');
  const signature = useSignature(useSigners());
  const [saved, setSaved] = useState(false);
  const save = async (): Promise<void> => {
    const reply = await actions.act('printing/configure', {
      setup,
      automatic: automatic === 'yes',
      drawer: drawer === 'yes',
      managerPin: signature.pin,
      ...signature.named,
    });
    signature.clear();
    setSaved(reply?.ok === true);
  };
  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <p className={styles.lead}>{setup.name}</p>
      <ChoiceGroup
        label={t('slip.receipt')}
        layout="row"
        home
        value={automatic}
        onChange={setAutomatic}
        choices={[
          { value: 'yes', label: t('printerSetup.automaticYes') },
          { value: 'no', label: t('printerSetup.automaticNo') },
        ]}
      />
      <ChoiceGroup
        label={t('printerSetup.drawer')}
        layout="row"
        value={drawer}
        onChange={setDrawer}
        choices={[
          { value: 'no', label: t('printerSetup.drawerNo') },
          { value: 'yes', label: t('printerSetup.drawerYes') },
        ]}
      />
      <SignatureFields signature={signature} />
      {saved ? (
        <p className={styles.good} role="status" data-saved="">
          {t('printerSetup.saved')}
        </p>
      ) : null}
      {error === null ? null : <ErrorNote error={error} />}
      <ActionBar>
        <Button hotkey="F2" onPress={onBack}>
          {t('act.back')}
        </Button>
        <Button
          kind="primary"
          hotkey="Enter"
          disabled={busy || !signature.isReady}
          onPress={() => void save()}
        >
          {t('printerSetup.save')}
        </Button>
      </ActionBar>
    </form>
  );
}
