import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../../shared/contract/charge-view.ts';
import { ActionBar } from '../../../components/action-bar.tsx';
import { Button } from '../../../components/button.tsx';
import { useActions, useUi } from '../../till-context.ts';
import { WaitingActions } from '../waiting/waiting-actions.tsx';

/**
 * While the gateway is silent the charge can still be given up. Once money came that does not fit, a person decides:
 * the focus is on giving it back, which asks for a PIN first, so that a stray Enter decides nothing.
 */
export function DoubtActions({
  charge,
  asking,
  onAsk,
}: {
  readonly charge: ChargeView;
  readonly asking: boolean;
  readonly onAsk: (asking: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const busy = useUi((state) => state.busy !== null);
  if (charge.status !== 'approved') {
    return <WaitingActions charge={charge} asking={asking} onAsk={onAsk} payable={false} />;
  }
  return (
    <ActionBar>
      <Button size="large" hotkey="F4" disabled={busy} onPress={() => void actions.finalize(charge)}>
        {t('doubt.accept')}
      </Button>
      <Button
        kind="primary"
        size="large"
        hotkey="F10"
        home
        disabled={busy || charge.refundable === 0}
        onPress={() => actions.open({ kind: 'refund', chargeId: charge.id })}
      >
        {t('doubt.refund')}
      </Button>
    </ActionBar>
  );
}
