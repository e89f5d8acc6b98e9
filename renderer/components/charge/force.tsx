import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { money } from '../amount.tsx';
import { ChoiceGroup } from '../choice-group.tsx';
import { SignedForm } from '../signed-form.tsx';

/** Settles a charge without proof. The manager says what happened and how that is known, and signs. */
export function Force({
  charge,
  onDone,
}: {
  readonly charge: ChargeView;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<'paid' | 'not-paid'>('not-paid');
  return (
    <SignedForm
      screen="force"
      title={t('force.title', { amount: money(charge.amount) })}
      level="alarm"
      wide
      lead={t(charge.status === 'cancelling' ? 'force.cancelling' : 'force.returning')}
      reason={{ label: t('signed.reason'), hint: t('force.reasonHint') }}
      confirm={t('way.force')}
      kind="danger"
      method="charge/force"
      input={({ reason, signed }) => ({ id: charge.id, outcome, reason, ...signed })}
      onBack={onDone}
      onDone={onDone}
    >
      <ChoiceGroup
        label={t('term.whatHappened')}
        choices={[
          { value: 'not-paid', label: t('force.notPaid'), detail: t('force.notPaidDetail') },
          { value: 'paid', label: t('force.paid'), detail: t('force.paidDetail') },
        ]}
        value={outcome}
        onChange={setOutcome}
        layout="list"
        home
      />
    </SignedForm>
  );
}
