import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ControlOutput } from '../../../../shared/rpc/bridge.ts';
import { ActionBar } from '../../../components/action-bar.tsx';
import { Button } from '../../../components/button.tsx';
import { ErrorNote, Problem } from '../../../components/error-note.tsx';
import { useActions, useUi, useView } from '../../till-context.ts';
import form from '../../setup/form.module.css';
import { SignatureFields } from '../../../components/signature/signature-fields.tsx';
import { useSignature } from '../../../components/signature/use-signature.ts';
import { useKeySigners } from '../../setup/use-key-signers.ts';
import styles from '../dialog.module.css';

/** Shows the stored keys. Their removal needs a confirmation and a manager, because the shop works with them. */
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
  const { keysGuarded } = useView();
  const [asking, setAsking] = useState(false);
  const signature = useSignature(useKeySigners());
  const pinForm = useRef<HTMLFormElement>(null);
  // In the settings the first focus is the tab. Here the person types the confirmation.
  useEffect(() => {
    if (asking) pinForm.current?.querySelector('input')?.focus();
  }, [asking]);
  const ends = [
    [t('connection.accessKey'), vault.accessKeyEnd],
    [t('connection.secretKey'), vault.secretKeyEnd],
    [t('connection.clientId'), vault.clientIdEnd],
  ] as const;
  const remove = async (): Promise<void> => {
    const reply = await actions.act(
      'vault/remove',
      keysGuarded ? { managerPin: signature.pin, ...signature.named } : {},
    );
    signature.clear();
    if (reply?.ok !== true) return;
    setAsking(false);
    onRemoved();
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
          {t(
            (vault.file ?? vault.protection) === 'keychain'
              ? 'connection.protected'
              : 'connection.unprotected',
          )}
        </p>
      ) : null}
      {vault.unreadable ? (
        <Problem name="unreadable">
          {t(vault.file === 'none' ? 'connection.unprotectedRefused' : 'connection.unreadable')}
        </Problem>
      ) : null}
      {asking ? <p className={styles.strong}>{t('connection.removeAsk')}</p> : null}
      {asking && keysGuarded ? (
        <form ref={pinForm} className={form.form} onSubmit={(event) => event.preventDefault()}>
          <SignatureFields signature={signature} />
        </form>
      ) : null}
      {error === null ? null : <ErrorNote error={error} />}
      <ActionBar>
        {vault.stored ? (
          <Button
            kind="danger"
            hotkey={asking && keysGuarded ? 'Enter' : 'Delete'}
            disabled={busy || (asking && keysGuarded && !signature.isReady)}
            onPress={() => (asking ? void remove() : setAsking(true))}
          >
            {t('connection.remove')}
          </Button>
        ) : null}
        <Button hotkey="F2" disabled={busy} onPress={onReplace}>
          {t(vault.stored ? 'connection.replace' : 'firstRun.connect')}
        </Button>
      </ActionBar>
    </>
  );
}
