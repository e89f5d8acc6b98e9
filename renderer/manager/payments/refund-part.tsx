import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { formatReais } from '../../../shared/domain/money/format.ts';
import { parseReais } from '../../../shared/domain/money/parse-reais.ts';
import { money } from '../../components/amount.tsx';
import { Problem } from '../../components/error-note.tsx';
import { SignedForm } from '../../components/signed-form.tsx';
import { TextField } from '../../components/text-field.tsx';
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
  const [most] = useState(charge.refundable);
  const [typed, setTyped] = useState(formatReais(centavos(most)));
  const asked = askedAmount(typed, most);
  return (
    <SignedForm
      screen="refund-part"
      title={t('refundPart.title', { amount: money(charge.paidAmount ?? charge.amount) })}
      wide
      lead={t('refundPart.remains', { amount: money(most) })}
      reason={{ label: t('signed.reason'), hint: t('signed.reasonHint') }}
      problem={
        typeof asked === 'number' ? null : (
          <Problem name={asked}>
            {t(asked === 'tooMuch' ? 'refundPart.tooMuch' : `amountProblem.${asked}`, {
              amount: money(most),
            })}
          </Problem>
        )
      }
      confirm={t('way.refund')}
      kind="danger"
      method="charge/refund"
      input={
        typeof asked === 'number'
          ? (signature) => ({ id: charge.id, requestId, amount: asked, ...signature })
          : null
      }
      onBack={onDone}
      onDone={onDone}
    >
      <TextField label={t('refundPart.amount')} maxLength={16} value={typed} onChange={setTyped} home />
    </SignedForm>
  );
}

/** The amount that was typed, or why it cannot be refunded. */
function askedAmount(typed: string, most: number): number | 'badAmount' | 'zero' | 'tooMuch' {
  const amount = parseReais(typed);
  if (!amount.ok) return 'badAmount';
  if (amount.value === 0) return 'zero';
  return amount.value > most ? 'tooMuch' : amount.value;
}
