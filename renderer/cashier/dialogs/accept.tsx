import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { money } from '../../components/amount.tsx';
import { SignedForm } from '../../components/signed-form.tsx';
import { useActions } from '../till-context.ts';

/** A manager accepts a payment that differs from the sale: it is less, much more, or not known. */
export function Accept({ charge }: { readonly charge: ChargeView }): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const amount = money(charge.amount);
  const leave = (): void => actions.open(null);
  return (
    <SignedForm
      screen="accept"
      title={t('accept.title')}
      level="alarm"
      lead={
        charge.paidAmount === null
          ? t('doubt.otherAmountUnknown', { amount })
          : t('doubt.otherAmount', { amount, paid: money(charge.paidAmount) })
      }
      reason={null}
      confirm={t('doubt.accept')}
      kind="primary"
      method="charge/accept"
      input={({ signed }) => ({ id: charge.id, ...signed })}
      onBack={leave}
      onDone={() => void actions.accepted()}
    />
  );
}
