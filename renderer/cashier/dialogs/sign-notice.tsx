import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SignedForm } from '../../components/signed-form.tsx';
import { useActions, useView } from '../till-context.ts';

/** Asks a manager to sign that a notice about the ledger or its keys was read. Draws nothing if the notice is gone. */
export function SignNotice({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const notice = useView().notices.find((each) => each.id === id);
  if (notice === undefined) return null;
  const leave = (): void => actions.open(null);
  return (
    <SignedForm
      screen="sign-notice"
      title={t('signNotice.title')}
      level="alarm"
      lead={t(`notice.${notice.code}`, { detail: notice.detail })}
      reason={null}
      confirm={t(notice.code === 'keys-changed-outside' ? 'signNotice.confirmKeys' : 'signNotice.confirm')}
      kind="primary"
      method="session/sign-notice"
      input={({ signed }) => ({ id, ...signed })}
      onBack={leave}
      onDone={leave}
    />
  );
}
