import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ControlOutput } from '../../../../shared/rpc/bridge.ts';
import { ActionBar } from '../../../components/action-bar.tsx';
import { Button } from '../../../components/button.tsx';
import { ErrorNote, Problem } from '../../../components/error-note.tsx';
import { useActions, useUi } from '../../till-context.ts';
import form from '../../setup/form.module.css';
import styles from '../dialog.module.css';

export function StoredKeys({
  vault,
  onReplace,
  onRemoved,
}: {
  readonly vault: ControlOutput<'vault/describe'>;
  readonly onReplace: () => void;
  readonly onRemoved: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const [asking, setAsking] = useState(false);
  const ends = [
    [t('connection.accessKey'), vault.accessKeyEnd],
    [t('connection.secretKey'), vault.secretKeyEnd],
    [t('connection.clientId'), vault.clientIdEnd],
  ] as const;
  const remove = async (): Promise<void> => {
    const reply = await actions.act('vault/remove', {});
    setAsking(false);
    if (reply?.ok === true) onRemoved();
  };
  return (
    <>
      {vault.stored ? (
        <dl className={form.keys}>
          <dt>{t('connection.address')}</dt>
          <dd>{vault.baseUrl}</dd>
          {ends.map(([name, end]) => (
            <div key={name} className={styles.pair}>
              <dt>{name}</dt>
              <dd>{t('connection.storedEnd', { end: end ?? '' })}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className={styles.strong}>{t('connection.trainingNow')}</p>
      )}
      {vault.stored || vault.protection === 'none' ? (
        <p className={styles.lead}>
          {t(vault.protection === 'keychain' ? 'connection.protected' : 'connection.unprotected')}
        </p>
      ) : null}
      {vault.unreadable ? <Problem name="unreadable">{t('connection.unreadable')}</Problem> : null}
      {error === null ? null : <ErrorNote error={error} />}
      {asking ? <p className={styles.strong}>{t('connection.removeAsk')}</p> : null}
      <ActionBar>
        {vault.stored ? (
          <Button
            kind="danger"
            hotkey="Delete"
            disabled={busy}
            onPress={() => (asking ? void remove() : setAsking(true))}
          >
            {t(asking ? 'connection.removeYes' : 'connection.remove')}
          </Button>
        ) : null}
        <Button hotkey="F2" disabled={busy} onPress={onReplace}>
          {t(vault.stored ? 'connection.replace' : 'firstRun.connect')}
        </Button>
      </ActionBar>
    </>
  );
}
