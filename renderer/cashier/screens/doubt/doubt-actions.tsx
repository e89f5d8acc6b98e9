import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../../shared/contract/charge-view.ts';
import { ActionBar } from '../../../components/action-bar.tsx';
import { Button } from '../../../components/button.tsx';
import { useActions, useUi } from '../../till-context.ts';
import type { Asking } from '../waiting/asking.ts';
import { WaitingActions } from '../waiting/waiting-actions.tsx';

/**
 * Offers to cancel while the outcome is unknown. Once money came that does not fit, a person accepts or refunds it. The
 * focus is on the refund, which asks for a PIN first, so a stray Enter decides nothing. Without a refundable amount only
 * accepting is offered, by its own key.
 */
export function DoubtActions({
  charge,
  asking,
  onAsk,
}: {
  readonly charge: ChargeView;
  readonly asking: Asking;
  readonly onAsk: (asking: Asking) => void;
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
      {charge.refundable === 0 ? null : (
        <Button
          kind="primary"
          size="large"
          hotkey="F10"
          home
          disabled={busy}
          onPress={() => actions.open({ kind: 'refund', chargeId: charge.id })}
        >
          {t('way.refund')}
        </Button>
      )}
    </ActionBar>
  );
}
