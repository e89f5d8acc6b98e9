import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '../../../../components/action-bar.tsx';
import { Button } from '../../../../components/button.tsx';
import { ErrorNote } from '../../../../components/error-note.tsx';
import form from '../../../setup/form.module.css';
import { useActions, useUi } from '../../../till-context.ts';
import styles from './programs.module.css';

/** The token that was made for a program. */
export interface MadeToken {
  readonly name: string;
  readonly token: string;
}

/** Shows a new token, once. Enter closes it. Escape does not, because people press Escape by habit. */
export function NewToken({
  name,
  token,
  onDone,
}: MadeToken & {
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const error = useUi((state) => state.error);
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    const reply = await actions.act('clipboard/copy', { text: token });
    if (reply?.ok === true) setCopied(true);
  };
  return (
    <div className={form.form}>
      <h2 data-home="" tabIndex={-1}>
        {t('programs.token', { name })}
      </h2>
      <p className={form.lead}>{t('programs.once')}</p>
      <output className={styles.token} data-token="">
        {token}
      </output>
      {copied ? (
        <p className={form.good} role="status">
          {t('programs.copied')}
        </p>
      ) : null}
      {error === null ? null : <ErrorNote error={error} />}
      <ActionBar>
        <Button kind="primary" hotkey="F2" onPress={() => void copy()}>
          {t('programs.copy')}
        </Button>
        <Button hotkey="Enter" onPress={onDone}>
          {t('programs.done')}
        </Button>
      </ActionBar>
    </div>
  );
}
