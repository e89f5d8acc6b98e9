import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SignedForm } from '../../components/signed-form.tsx';
import { useActions, useCashier } from '../till-context.ts';

/** The door to the manager's screens. */
export function ManagerPin(): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const { ui } = useCashier();
  return (
    <SignedForm
      screen="manager-pin"
      title={t('managerPin.title')}
      lead={t('managerPin.detail')}
      reason={null}
      confirm={t('act.signIn')}
      kind="primary"
      method="manager/enter"
      input={({ pin }) => ({ pin })}
      onBack={() => actions.open(null)}
      onDone={({ name }) => ui.setState({ manager: name, dialog: null })}
    />
  );
}
