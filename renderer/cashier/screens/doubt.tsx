import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { AnswerBand } from '../../components/answer-band.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { Screen } from '../../components/screen.tsx';
import { useUi } from '../till-context.ts';
import { ChargeSummary } from './charge/charge-summary.tsx';
import { CustomerSees } from './charge/customer-sees.tsx';
import { NextSaleKeys } from './charge/next-sale-keys.tsx';
import type { Asking } from './waiting/asking.ts';
import { DoubtActions } from './doubt/doubt-actions.tsx';
import { DoubtReason } from './doubt/doubt-reason.tsx';
import { DoubtSince } from './doubt/doubt-since.tsx';
import styles from './doubt.module.css';

/** Money came that does not fit: what the cashier does now, by the problem. */
const ACTS: Readonly<Record<string, 'doubt.callManager' | 'doubt.callManagerTwice'>> = {
  'paid-other-amount': 'doubt.callManager',
  'paid-twice': 'doubt.callManagerTwice',
};

/** Shows that it is not known whether the money came: what is checked, since when, and what comes next. */
export function Doubt({ charge }: { readonly charge: ChargeView }): ReactNode {
  const { t } = useTranslation();
  const error = useUi((state) => state.error);
  // The charge may have been in doubt before this window looked; without that instant, count from now on.
  const [asking, setAsking] = useState<Asking>(null);
  const [shownAt] = useState(() => Date.now());
  const decide = charge.status === 'approved';
  const act = ACTS[charge.problem?.code ?? ''] ?? null;
  return (
    <Screen name="doubt" answer="doubt" tone="doubt" compact={asking !== null}>
      <NextSaleKeys />
      <AnswerBand
        answer="doubt"
        {...(act === null ? {} : { word: t(act) })}
        detail={decide ? undefined : t('doubt.checking')}
        home={decide ? charge.refundable === 0 : asking === null}
      />
      <div className={styles.body}>
        <ChargeSummary charge={charge}>
          <DoubtReason charge={charge} />
          {decide ? null : <DoubtSince since={charge.noUsableAnswerSince ?? shownAt} />}
          <CustomerSees />
        </ChargeSummary>
      </div>
      {error === null ? null : <ErrorNote error={error} />}
      <DoubtActions charge={charge} asking={asking} onAsk={setAsking} />
    </Screen>
  );
}
