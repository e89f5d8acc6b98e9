import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandMark } from '../../../components/brand-mark.tsx';
import { Button } from '../../../components/button.tsx';
import { ChoiceGroup } from '../../../components/choice-group.tsx';
import { ErrorNote } from '../../../components/error-note.tsx';
import { useActions, useUi, useView } from '../../till-context.ts';
import { SignatureFields } from '../../../components/signature/signature-fields.tsx';
import { useSignature } from '../../../components/signature/use-signature.ts';
import { useKeySigners } from '../../setup/use-key-signers.ts';
import styles from './choose-mode.module.css';

type Mode = 'training' | 'connect';

/**
 * The first question of the first run. Enter chooses training, because training does no harm. If a shop's keys were lost, it is
 * not a first run, and a manager of that shop is asked.
 */
export function ChooseMode({ onConnect }: { readonly onConnect: () => void }): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const { keysGuarded } = useView();
  const [mode, setMode] = useState<Mode>('training');
  const signature = useSignature(useKeySigners());
  const asksPin = keysGuarded && mode === 'training';
  const go = async (): Promise<void> => {
    if (mode === 'connect') return onConnect();
    await actions.act(
      'vault/choose-training',
      keysGuarded ? { managerPin: signature.pin, ...signature.named } : {},
    );
    signature.clear();
  };
  return (
    <>
      <div className={styles.welcome}>
        <BrandMark />
        <h1>{t('firstRun.title')}</h1>
      </div>
      <ChoiceGroup
        label={t('firstRun.lead')}
        layout="cards"
        home
        value={mode}
        onChange={setMode}
        choices={[
          { value: 'training', label: t('firstRun.training'), detail: t('firstRun.trainingDetail') },
          { value: 'connect', label: t('firstRun.connect'), detail: t('firstRun.connectDetail') },
        ]}
      />
      {asksPin ? <SignatureFields signature={signature} /> : null}
      {error === null ? null : <ErrorNote error={error} />}
      <Button
        kind="primary"
        size="large"
        hotkey="Enter"
        disabled={busy || (asksPin && !signature.isReady)}
        onPress={() => void go()}
      >
        {t('act.continue')}
      </Button>
    </>
  );
}
