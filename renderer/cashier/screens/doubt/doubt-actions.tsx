import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../../shared/contract/charge-view.ts';
import { ActionBar } from '../../../components/action-bar.tsx';
import { money } from '../../../components/amount.tsx';
import { Button } from '../../../components/button.tsx';
import { useActions, useUi } from '../../till-context.ts';
import type { Asking } from '../waiting/asking.ts';
import { WaitingActions } from '../waiting/waiting-actions.tsx';

/**
 * Offers to cancel while the outcome is unknown. Once money came that does not fit, a person accepts it or
 * refunds it: what is over, or all. The focus is on the refund, which asks for a PIN first, so a stray Enter decides nothing. Without a refundable amount only
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
  const over = (charge.paidAmount ?? 0) - charge.refundedAmount - charge.amount;
  const difference = over > 0 && over < charge.refundable ? over : null;
  const refund = (amount: number): void => actions.open({ kind: 'refund', chargeId: charge.id, amount });
  return (
    <ActionBar>
      <Button size="large" hotkey="F4" disabled={busy} onPress={() => void actions.finalize(charge)}>
        {t('doubt.accept')}
      </Button>
      {difference === null ? null : (
        <Button size="large" hotkey="Delete" disabled={busy} onPress={() => refund(charge.refundable)}>
          {t('doubt.refundAll')}
        </Button>
      )}
      {charge.refundable === 0 ? null : (
        <Button
          kind="primary"
          size="large"
          hotkey="F10"
          home
          disabled={busy}
          onPress={() => refund(difference ?? charge.refundable)}
        >
          {difference === null ? t('way.refund') : t('doubt.refundDifference', { amount: money(difference) })}
        </Button>
      )}
    </ActionBar>
  );
}
