import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { ActionBar } from '../../components/action-bar.tsx';
import { money } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { Modal } from '../../components/modal.tsx';
import { clockTime } from '../../i18n/clock-time.ts';
import { dayTime } from '../../i18n/day-time.ts';
import { useActions, useUi, useView } from '../till-context.ts';
import styles from './dialog.module.css';

/**
 * Shows that money came for a charge that was given up. The alarm opens without a key press, so its keys wait for a second
 * without typing. Esc defers it and leaves a strip, so that the next customer need not wait.
 */
export function LateAlarm({ late }: { readonly late: readonly [ChargeView, ...ChargeView[]] }): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const { zone } = useView();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const [charge, ...others] = late;
  const amount = money(charge.paidAmount ?? charge.amount);
  const isRefunded = !charge.late && charge.answer === 'paid';
  return (
    <Modal screen="late" level="alarm" tone="trouble" wide title={t(titleOf(charge, isRefunded))}>
      <p className={styles.hero} data-amount={charge.paidAmount ?? charge.amount}>
        {t('late.at', { amount, time: clockTime(charge.approvedAt ?? charge.createdAt, zone) })}
      </p>
      <p className={styles.lead} data-code={charge.shortCode}>
        <WhichSale charge={charge} />
      </p>
      <p className={styles.strong}>
        {isRefunded ? t('late.refunded', { amount: money(charge.amount) }) : t('late.question')}
      </p>
      {others.length === 0 ? null : <p className={styles.lead}>{t('late.more', { count: others.length })}</p>}
      {error === null ? null : <ErrorNote error={error} />}
      <ActionBar>
        <Button hotkey="Escape" onPress={() => actions.deferLate(late.map(({ id }) => id))}>
          {t('late.later')}
        </Button>
        <Button
          hotkey="F10"
          disabled={busy || charge.refundable === 0}
          onPress={() => actions.open({ kind: 'refund', chargeId: charge.id })}
        >
          {t(isRefunded ? 'way.refund' : 'late.refund')}
        </Button>
        <Button
          kind="primary"
          hotkey="Enter"
          home
          disabled={busy}
          onPress={() => void actions.finalize(charge)}
        >
          {t(isRefunded ? 'way.finalize' : 'late.use')}
        </Button>
      </ActionBar>
    </Modal>
  );
}

function titleOf({ problem }: ChargeView, isRefunded: boolean) {
  if (isRefunded) return 'late.titleRefunded' as const;
  return problem?.code === 'paid-twice' ? ('late.titleTwice' as const) : ('late.title' as const);
}

/** Which sale the money is of: another one of the same amount may be in the list. */
function WhichSale({ charge }: { readonly charge: ChargeView }): ReactNode {
  const { t } = useTranslation();
  const { today, zone } = useView();
  const { createdAt, closedAt, givenUp, operator, shortCode, walletName } = charge;
  const sale = t('late.sale', {
    time: dayTime(createdAt, today.day, zone),
    name: operator,
    wallet: walletName,
    code: shortCode,
  });
  if (closedAt === null || !charge.late) return sale;
  const time = dayTime(closedAt, today.day, zone);
  return `${sale} ${t(givenUp === 'time-limit' ? 'late.expiredAt' : 'late.cancelledAt', { time })}`;
}
