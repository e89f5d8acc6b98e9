import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConnectionForm } from '../../setup/connection-form.tsx';
import { useVault } from '../../setup/use-vault.ts';
import { StoredKeys } from './stored-keys.tsx';

/** Shows the last characters of the stored keys. Replacing them is the form of the first run, with its own way back. */
export function ConnectionPanel({
  replacing,
  onReplacing,
}: {
  readonly replacing: boolean;
  readonly onReplacing: (replacing: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { vault, reload } = useVault();
  const done = (): void => {
    onReplacing(false);
    reload();
  };
  if (replacing) return <ConnectionForm onSaved={done} onBack={done} />;
  if (vault === null) return <p>{t('connection.title')}…</p>;
  return <StoredKeys vault={vault} onReplace={() => onReplacing(true)} onRemoved={reload} />;
}
