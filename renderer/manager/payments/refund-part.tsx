import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { money } from '../../components/amount.tsx';
import { MoneyField } from '../../components/money/money-field.tsx';
import { useAmountEntry } from '../../components/money/use-amount-entry.ts';
import { useRefundReasons } from '../../components/use-refund-reasons.ts';
import { SignedForm } from '../../components/signed-form.tsx';
import { newRequestId } from '../../port/request-id.ts';

/** Refunds all or a part, never more than what remains, on a PIN and with a reason. */
export function RefundPart({
  charge,
  onDone,
}: {
  readonly charge: ChargeView;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  // One intent, one key: asked twice, the money is refunded once.
  const [requestId] = useState(newRequestId);
  const [most] = useState(centavos(charge.refundable));
  const [entry, enter] = useAmountEntry(most, most);
  const { amount, problem } = entry;
  const reasons = useRefundReasons();
  return (
    <SignedForm
      screen="refund-part"
      title={t('refundPart.title', { amount: money(charge.paidAmount ?? charge.amount) })}
      wide
      lead={t('refundPart.remains', { amount: money(most) })}
      reason={{
        label: t('signed.reason'),
        hint: t('signed.refundReasonHint'),
        shortest: 1,
        choices: reasons,
      }}
      confirm={t('refund.title', { amount: money(amount) })}
      kind="danger"
      method="charge/refund"
      input={
        problem === null && amount > 0
          ? ({ reason, signed, second }) => ({
              id: charge.id,
              requestId,
              amount,
              reason,
              ...signed,
              ...second,
            })
          : null
      }
      onBack={onDone}
      onDone={onDone}
    >
      <MoneyField
        label={t('refundPart.amount')}
        entry={entry}
        onAct={enter}
        tooLarge={t('refundPart.tooMuch', { amount: money(most) })}
        home
      />
    </SignedForm>
  );
}
