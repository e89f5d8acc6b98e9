import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../../shared/contract/charge-view.ts';
import { ActionBar } from '../../../components/action-bar.tsx';
import { money } from '../../../components/amount.tsx';
import { Button } from '../../../components/button.tsx';
import { useActions, useUi } from '../../till-context.ts';
import type { Asking } from './asking.ts';
import styles from './waiting-actions.module.css';

/** Asks once before a QR is cancelled. Enter cancels it, and a second Esc goes on waiting. */
export function AskFirst({
  charge,
  asking,
  payable,
  onAsk,
}: {
  readonly charge: ChargeView;
  readonly asking: NonNullable<Asking>;
  /** False while it is not known whether the money came. */
  readonly payable: boolean;
  readonly onAsk: (asking: Asking) => void;
}): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const busy = useUi((state) => state.busy !== null);
  const amount = money(charge.amount);
  const act = (): Promise<void> => {
    if (asking.about === 'wallet') return actions.changeWallet(charge, asking.wallet);
    return asking.about === 'amount' ? actions.correctAmount(charge) : actions.cancel(charge);
  };
  const question =
    asking.about === 'wallet'
      ? t('waiting.askWallet', { amount, name: asking.wallet.name })
      : t(asking.about === 'amount' ? 'waiting.askAmount' : 'waiting.ask', { amount });
  const confirm =
    asking.about === 'wallet'
      ? t('waiting.changeWallet')
      : t(asking.about === 'amount' ? 'waiting.correct' : 'way.cancel');
  return (
    <div className={styles.ask} role="group" data-asking={asking.about}>
      <div>
        <p className={styles.question}>{question}</p>
        <p>{t(payable ? 'waiting.askDetail' : 'waiting.askInDoubt')}</p>
      </div>
      <ActionBar>
        <Button kind="danger" hotkey="Enter" home disabled={busy} onPress={() => void act()}>
          {confirm}
        </Button>
        <Button kind="plain" hotkey="Escape" onPress={() => onAsk(null)}>
          {t('act.keepWaiting')}
        </Button>
      </ActionBar>
    </div>
  );
}
