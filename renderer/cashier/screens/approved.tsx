import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { ActionBar } from '../../components/action-bar.tsx';
import { Amount } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { TickIcon } from '../../components/icons.tsx';
import { Screen } from '../../components/screen.tsx';
import { exactTime } from '../../i18n/clock-time.ts';
import { whyText } from '../../i18n/why-text.ts';
import { useActions, useUi, useView } from '../till-context.ts';
import { NextAmount } from './approved/next-amount.tsx';
import styles from './approved.module.css';

/** Paid, by proof of the gateway. Seen from three metres, and Enter ends it. */
export function Approved({ charge }: { readonly charge: ChargeView }): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const { zone, printer } = useView();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const { approvedAt, endToEndId } = charge;
  return (
    <Screen name="approved" answer="paid" tone="paid">
      <NextAmount charge={charge} />
      <div className={styles.body}>
        <span className={styles.tick}>
          <TickIcon />
        </span>
        <h1>{t('answer.paid')}</h1>
        <Amount value={charge.paidAmount ?? charge.amount} />
        <p className={styles.facts}>
          {approvedAt === null ? null : <span>{exactTime(approvedAt, zone)}</span>}
          <span>
            {endToEndId === null
              ? charge.walletName
              : t('approved.end', { wallet: charge.walletName, code: endToEndId.slice(-4).toUpperCase() })}
          </span>
        </p>
        {charge.problem === null ? null : (
          <p className={styles.facts}>
            {t(`problem.${charge.problem.code}`, { why: whyText(t, charge.problem.detail) })}
          </p>
        )}
      </div>
      {error === null ? null : <ErrorNote error={error} />}
      <ActionBar>
        {printer === null ? null : (
          <Button
            size="large"
            hotkey="F6"
            disabled={busy}
            onPress={() => void actions.act('printing/print', { chargeId: charge.id, slip: 'receipt' })}
          >
            {t('slip.receipt')}
          </Button>
        )}
        <Button
          kind="primary"
          size="large"
          hotkey="Enter"
          home
          disabled={busy}
          onPress={() => void actions.finalize(charge)}
        >
          {t('way.finalize')}
        </Button>
      </ActionBar>
    </Screen>
  );
}
