import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { ActionBar } from '../../components/action-bar.tsx';
import { AnswerBand } from '../../components/answer-band.tsx';
import { Button } from '../../components/button.tsx';
import { Screen } from '../../components/screen.tsx';
import { SupportDetails } from '../../components/support-details.tsx';
import { whyText } from '../../i18n/why-text.ts';
import { useActions } from '../till-context.ts';
import { ChargeSummary } from './charge/charge-summary.tsx';
import { TypeOn } from './ended/type-on.tsx';
import styles from './ended.module.css';

/**
 * Shows a charge that ended without an act of the cashier: expired, refused, or closed at the gateway. It stays until it is
 * read. Enter charges the amount again, and a typed amount begins the next sale.
 */
export function Ended({ charge }: { readonly charge: ChargeView }): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const status = endOf(charge);
  const { problem } = charge;
  return (
    <Screen name="ended" answer="not-paid">
      <TypeOn />
      <AnswerBand answer="not-paid" detail={t(`ended.${status}`)} />
      <div className={styles.body} data-ended={status}>
        <ChargeSummary charge={charge} dim>
          <h2 className={problem?.code === 'qr-mismatch' ? styles.alarm : styles.why}>
            {problem === null
              ? status === 'failed'
                ? t('ended.failed')
                : t(`ended.${status}Detail`)
              : t(`problem.${problem.code}`, { why: whyText(t, problem.detail) })}
          </h2>
          {problem === null || problem.detail === '' ? null : <SupportDetails texts={[problem.detail]} />}
        </ChargeSummary>
      </div>
      <ActionBar>
        <Button size="large" hotkey="Escape" onPress={() => actions.readEnd()}>
          {t('ended.fresh')}
        </Button>
        <Button kind="primary" size="large" hotkey="Enter" home onPress={() => actions.chargeAgain(charge)}>
          {t('ended.again')}
        </Button>
      </ActionBar>
    </Screen>
  );
}

function endOf({ status }: ChargeView): 'cancelling' | 'cancelled' | 'expired' | 'failed' {
  return status === 'cancelling' || status === 'expired' || status === 'failed' ? status : 'cancelled';
}
