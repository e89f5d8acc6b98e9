import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { AnswerBand } from '../../components/answer-band.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorNote, Problem } from '../../components/error-note.tsx';
import { Screen } from '../../components/screen.tsx';
import { useRemaining } from '../../stores/use-remaining.ts';
import { useTill, useUi, useView } from '../till-context.ts';
import { ChargeSummary } from './charge/charge-summary.tsx';
import { CustomerSees } from './charge/customer-sees.tsx';
import { NextSaleKeys } from './charge/next-sale-keys.tsx';
import type { Asking } from './waiting/asking.ts';
import { ShortSilence } from './waiting/short-silence.tsx';
import { ShowCustomer } from './waiting/show-customer.tsx';
import { TimeLeft } from './waiting/time-left.tsx';
import { WaitingActions } from './waiting/waiting-actions.tsx';
import { WaitingQr } from './waiting/waiting-qr.tsx';
import styles from './waiting.module.css';

/** A QR is payable. One answer until the gateway proves another: not paid, nothing is handed over. */
export function Waiting({ charge }: { readonly charge: ChargeView }): ReactNode {
  const { t } = useTranslation();
  const { customerSees } = useView();
  const heardAt = useTill((state) => state.heardAt);
  const error = useUi((state) => state.error);
  const [refused, setRefused] = useState(false);
  const [asking, setAsking] = useState<Asking>(null);
  const [showing, setShowing] = useState(false);
  const remainingMs = useRemaining({ remainingMs: charge.remainingMs ?? 0, heardAt });
  const timeOver = remainingMs === 0;
  const alone = customerSees === 'nothing';
  const noQr = refused || customerSees === 'qr-refused';
  const payable = !timeOver && charge.brCode !== null && !noQr;
  return (
    <Screen name="waiting" answer="not-paid" compact={alone || asking !== null || noQr || error !== null}>
      <NextSaleKeys />
      <div className={styles.answer}>
        <AnswerBand
          answer="not-paid"
          detail={t(timeOver ? 'waiting.timeOver' : 'waiting.detail')}
          home={asking === null}
        />
        {charge.noUsableAnswerSince === null ? null : <ShortSilence since={charge.noUsableAnswerSince} />}
      </div>
      <div className={alone ? styles.alone : styles.body}>
        <ChargeSummary charge={charge}>
          {charge.receiver === null ? null : (
            <p className={styles.receiver}>{t('charge.receiver', { name: charge.receiver })}</p>
          )}
          <TimeLeft charge={charge} remainingMs={remainingMs}>
            {noQr || alone ? null : <CustomerSees />}
          </TimeLeft>
          {noQr || !alone || asking !== null ? null : (
            <Button hotkey="Enter" disabled={!payable} onPress={() => setShowing(true)}>
              {t('waiting.showCustomer')}
            </Button>
          )}
        </ChargeSummary>
        {timeOver || charge.brCode === null || customerSees === 'qr-refused' ? (
          <div className={styles.gone} />
        ) : (
          <WaitingQr charge={charge} text={charge.brCode} onRefused={setRefused} />
        )}
      </div>
      {noQr ? <Problem name="qr-refused">{t('waiting.refused')}</Problem> : null}
      {error === null ? null : <ErrorNote error={error} />}
      {showing && alone && payable ? (
        <ShowCustomer
          charge={charge}
          remainingMs={remainingMs}
          onBack={() => setShowing(false)}
          onRefused={() => setRefused(true)}
        />
      ) : null}
      <WaitingActions charge={charge} asking={asking} onAsk={setAsking} />
    </Screen>
  );
}
