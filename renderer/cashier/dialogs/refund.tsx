import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { money } from '../../components/amount.tsx';
import { SignedForm } from '../../components/signed-form.tsx';
import { newRequestId } from '../../port/request-id.ts';
import { useRefundReasons } from '../../components/use-refund-reasons.ts';
import { useActions } from '../till-context.ts';

/** Refunds the refundable money of one charge, or a part of it, once, with a manager's PIN and a reason. */
export function Refund({
  charge,
  part,
  back,
}: {
  readonly charge: ChargeView;
  /** Null: all that can be refunded. */
  readonly part: number | null;
  readonly back: 'close-shift' | null;
}): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  // One intent, one key: asked twice, the money is refunded once.
  const [requestId] = useState(newRequestId);
  const [amount] = useState(part ?? charge.refundable);
  const reasons = useRefundReasons();
  const leave = (): void => actions.open(back === null ? null : { kind: back });
  return (
    <SignedForm
      screen="refund"
      title={t('refund.title', { amount: money(amount) })}
      level="alarm"
      lead={t('refund.detail')}
      reason={{
        label: t('signed.reason'),
        hint: t('signed.refundReasonHint'),
        shortest: 1,
        choices: reasons,
      }}
      confirm={t('way.refund')}
      kind="primary"
      method="charge/refund"
      input={({ reason, signed, second }) => ({
        id: charge.id,
        requestId,
        amount,
        reason,
        ...signed,
        ...second,
      })}
      onBack={leave}
      onDone={leave}
    />
  );
}
