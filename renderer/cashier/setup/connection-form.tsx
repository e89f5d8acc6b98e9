import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '../../components/action-bar.tsx';
import { Button } from '../../components/button.tsx';
import { focusEmpty } from '../../components/focus-empty.ts';
import { ErrorNote, Problem } from '../../components/error-note.tsx';
import { useActions, useUi, useView } from '../till-context.ts';
import { ConnectionFields } from './connection-fields.tsx';
import {
  connectionProblem,
  credentialsOf,
  EMPTY_CONNECTION,
  type ConnectionDraft,
} from './connection-draft.ts';
import { useVault } from './use-vault.ts';
import { SignatureFields } from '../../components/signature/signature-fields.tsx';
import { useSignature, type SignatureDraft } from '../../components/signature/use-signature.ts';
import { useKeySigners } from './use-key-signers.ts';
import styles from './form.module.css';

/** Keys are tested against the gateway before they are kept, and are never shown again. Once there is a manager it takes the PIN. */
export function ConnectionForm({
  onSaved,
  onBack,
}: {
  readonly onSaved: () => void;
  readonly onBack: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const busy = useUi((state) => state.busy);
  const error = useUi((state) => state.error);
  const { vault } = useVault();
  const { keysGuarded, keyManagers } = useView();
  const [draft, setDraft] = useState(EMPTY_CONNECTION);
  const [tested, setTested] = useState<{ draft: ConnectionDraft; wallets: number } | null>(null);
  const [checked, setChecked] = useState(false);
  const [withoutKeychain, setWithoutKeychain] = useState(false);
  const [isUnasked, setIsUnasked] = useState(false);
  const [shown, setShown] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const agreement = useRef<HTMLInputElement>(null);
  const signature = useSignature(useKeySigners());
  const problem = connectionProblem(draft);
  const isTested = tested?.draft === draft;
  const unprotected = vault?.protection === 'none';
  useEffect(() => actions.clearError(), [draft, actions]);

  const test = async (): Promise<void> => {
    setChecked(true);
    if (problem !== null) return focusEmpty(form.current);
    if (draft.preset === 'other') {
      // Main asks in a dialog of its own. Null: the person refused there.
      const signed = keysGuarded && signature.isReady ? signedWith(signature) : {};
      const asked = await actions.act('vault/allow-address', { address: draft.url.trim(), ...signed });
      if (asked?.ok !== true || asked.value === null) return;
    }
    const reply = await actions.act('vault/test', credentialsOf(draft));
    if (reply?.ok === true) setTested({ draft, wallets: reply.value.wallets });
  };
  const save = async (): Promise<void> => {
    setIsUnasked(unprotected && !withoutKeychain);
    if (unprotected && !withoutKeychain) return agreement.current?.focus();
    const signed = keysGuarded ? signedWith(signature) : {};
    const keys = { credentials: credentialsOf(draft), withoutKeychain };
    const reply = await actions.act('vault/save', { ...keys, ...signed });
    signature.clear();
    if (reply?.ok === true) onSaved();
  };

  const pin = <SignatureFields signature={signature} />;
  return (
    <form ref={form} className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <h2>{t('connection.title')}</h2>
      <ConnectionFields
        draft={draft}
        onChange={setDraft}
        shown={shown}
        beside={keysGuarded && keyManagers.length < 2 ? pin : null}
      />
      {keysGuarded && keyManagers.length > 1 ? pin : null}
      {checked && problem !== null ? <Problem name={problem}>{t(`connection.${problem}`)}</Problem> : null}
      {error === null ? null : <ErrorNote error={error} />}
      {isTested ? (
        <p className={styles.good} role="status" data-tested="">
          {t('connection.tested', { count: tested.wallets })}
        </p>
      ) : null}
      {isTested && unprotected ? (
        <label className={styles.check}>
          <input
            ref={agreement}
            type="checkbox"
            checked={withoutKeychain}
            onChange={(event) => setWithoutKeychain(event.target.checked)}
          />
          <span>
            {t('connection.unprotectedAsk')} <strong>{t('connection.unprotectedYes')}</strong>
          </span>
        </label>
      ) : null}
      {isUnasked && !withoutKeychain ? (
        <Problem name="unprotected">{t('connection.tickFirst')}</Problem>
      ) : null}
      <ActionBar>
        <Button hotkey="Escape" onPress={onBack}>
          {t('act.back')}
        </Button>
        <Button hotkey="F2" kind="quiet" onPress={() => setShown(!shown)}>
          {t(shown ? 'connection.hideKeys' : 'connection.showKeys')}
        </Button>
        {isTested ? (
          <Button
            kind="primary"
            hotkey="Enter"
            disabled={busy !== null || (keysGuarded && !signature.isReady)}
            onPress={() => void save()}
          >
            {t(busy === 'vault/save' ? 'connection.saving' : 'connection.save')}
          </Button>
        ) : (
          <Button kind="primary" hotkey="Enter" disabled={busy !== null} onPress={() => void test()}>
            {t(
              busy === 'vault/test' || busy === 'vault/allow-address'
                ? 'connection.testing'
                : 'connection.test',
            )}
          </Button>
        )}
      </ActionBar>
    </form>
  );
}

function signedWith({ pin, named }: SignatureDraft): {
  readonly managerPin: string;
  readonly managerId?: string;
} {
  return { managerPin: pin, ...named };
}
