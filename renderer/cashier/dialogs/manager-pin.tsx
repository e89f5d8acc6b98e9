import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SHORTEST_PIN } from '../../../shared/domain/people/choose-pin.ts';
import { SignedForm } from '../../components/signed-form.tsx';
import { useActions, useCashier, useTill } from '../till-context.ts';

/** The door to the manager's screens. A manager whose PIN is shorter than the rule is asked for a new one first. */
export function ManagerPin(): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const { ui } = useCashier();
  const mode = useTill((state) => state.view?.mode);
  const isShort = useRef(false);
  return (
    <SignedForm
      screen="manager-pin"
      title={t('managerPin.title')}
      lead={t('managerPin.detail')}
      reason={null}
      confirm={t('act.signIn')}
      kind="primary"
      method="manager/enter"
      input={({ signed }) => {
        isShort.current = signed.pin.length < SHORTEST_PIN.manager;
        return signed;
      }}
      onBack={() => actions.open(null)}
      onDone={({ operatorId, name }) => {
        const asks = mode === 'production' && isShort.current;
        ui.setState({ manager: name, dialog: asks ? { kind: 'own-pin', personId: operatorId } : null });
      }}
    />
  );
}
