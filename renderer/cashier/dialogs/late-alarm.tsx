import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { ActionBar } from '../../components/action-bar.tsx';
import { money } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { Modal } from '../../components/modal.tsx';
import { clockTime } from '../../i18n/clock-time.ts';
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
  const title = charge.problem?.code === 'paid-twice' ? 'late.titleTwice' : 'late.title';
  return (
    <Modal screen="late" level="alarm" tone="trouble" wide title={t(title)}>
      <p className={styles.hero} data-amount={charge.paidAmount ?? charge.amount}>
        {t('late.at', { amount, time: clockTime(charge.approvedAt ?? charge.createdAt, zone) })}
      </p>
      <p className={styles.strong}>{t('late.detail')}</p>
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
          {t('way.refund')}
        </Button>
        <Button
          kind="primary"
          hotkey="Enter"
          home
          disabled={busy}
          onPress={() => void actions.finalize(charge)}
        >
          {t('late.use')}
        </Button>
      </ActionBar>
    </Modal>
  );
}
