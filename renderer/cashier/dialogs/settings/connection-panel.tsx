import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConnectionForm } from '../../setup/connection-form.tsx';
import { useVault } from '../../setup/use-vault.ts';
import { StoredKeys } from './stored-keys.tsx';

/** The stored keys, by their ends; replacing them is the form of the first run. */
export function ConnectionPanel(): ReactNode {
  const { t } = useTranslation();
  const { vault, reload } = useVault();
  const [replacing, setReplacing] = useState(false);
  const done = (): void => {
    setReplacing(false);
    reload();
  };
  if (replacing) return <ConnectionForm onSaved={done} onBack={done} />;
  if (vault === null) return <p>{t('connection.title')}…</p>;
  return <StoredKeys vault={vault} onReplace={() => setReplacing(true)} onRemoved={reload} />;
}
