import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { AnswerBand } from '../../components/answer-band.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { Screen } from '../../components/screen.tsx';
import { useWallClock } from '../../stores/use-now.ts';
import { useUi, useView } from '../till-context.ts';
import { ChargeSummary } from './charge/charge-summary.tsx';
import { SettleActions } from './settle/settle-actions.tsx';
import styles from './settle.module.css';

/** The next sale, quitting, or a charge found at start: which charge is open, and what can be done with it now. */
export function Settle({ charge }: { readonly charge: ChargeView }): ReactNode {
  const { t } = useTranslation();
  const found = useView().currentFound;
  const reason = useUi((state) => state.settle);
  const error = useUi((state) => state.error);
  const count = Math.floor((useWallClock(5_000) - charge.createdAt) / 60_000);
  return (
    <Screen name="settle" answer={charge.answer}>
      <div className={styles.heading}>
        <h1>{t('settle.title')}</h1>
        <p>{t(`settle.${reason ?? (found ? 'found' : 'next-sale')}`)}</p>
      </div>
      <AnswerBand answer={charge.answer} />
      <div className={styles.body}>
        <ChargeSummary charge={charge}>
          <p className={styles.state}>
            <strong>{t(charge.status === 'pending' ? 'settle.pending' : `status.${charge.status}`)}</strong>
            <span>{count < 1 ? t('settle.now') : t('settle.minutes', { count })}</span>
          </p>
        </ChargeSummary>
      </div>
      {error === null ? null : <ErrorNote error={error} />}
      <SettleActions charge={charge} quitting={reason === 'quit'} />
    </Screen>
  );
}
