import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandMark } from '../../../components/brand-mark.tsx';
import { Button } from '../../../components/button.tsx';
import { ChoiceGroup } from '../../../components/choice-group.tsx';
import { ErrorNote } from '../../../components/error-note.tsx';
import { useActions, useUi } from '../../till-context.ts';
import styles from './choose-mode.module.css';

type Mode = 'training' | 'connect';

/** The first question of all. Training harms nobody, so it is the choice that Enter makes. */
export function ChooseMode({ onConnect }: { readonly onConnect: () => void }): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const [mode, setMode] = useState<Mode>('training');
  const go = (): void => {
    if (mode === 'connect') onConnect();
    else void actions.act('vault/choose-training', {});
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
      {error === null ? null : <ErrorNote error={error} />}
      <Button kind="primary" size="large" hotkey="Enter" disabled={busy} onPress={go}>
        {t('common.continue')}
      </Button>
    </>
  );
}
