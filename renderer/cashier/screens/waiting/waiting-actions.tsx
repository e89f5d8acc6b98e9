import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../../shared/contract/charge-view.ts';
import { ActionBar } from '../../../components/action-bar.tsx';
import { money } from '../../../components/amount.tsx';
import { Button } from '../../../components/button.tsx';
import { useActions, useUi } from '../../till-context.ts';
import { PrintQr } from './print-qr.tsx';
import styles from './waiting-actions.module.css';

/**
 * Esc asks once, in the place of the keys: a payable QR cannot be taken back once it is cancelled, and Esc is struck by
 * habit. A second Esc goes on waiting, so no run of Esc cancels anything.
 */
export function WaitingActions({
  charge,
  asking,
  onAsk,
  payable = true,
}: {
  readonly charge: ChargeView;
  readonly asking: boolean;
  readonly onAsk: (asking: boolean) => void;
  /** False while no QR is shown: there is nothing to prolong or to copy. */
  readonly payable?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const busy = useUi((state) => state.busy !== null);
  const copied = useUi((state) => state.copied);

  if (asking) {
    return (
      <div className={styles.ask} role="group" data-asking="cancel" data-keys="">
        <div>
          <p className={styles.question}>{t('waiting.ask', { amount: money(charge.amount) })}</p>
          <p>{t('waiting.askDetail')}</p>
        </div>
        <ActionBar>
          <Button
            kind="danger"
            hotkey="Enter"
            home
            disabled={busy}
            onPress={() => void actions.cancel(charge)}
          >
            {t('way.cancel')}
          </Button>
          <Button kind="plain" hotkey="Escape" onPress={() => onAsk(false)}>
            {t('act.keepWaiting')}
          </Button>
        </ActionBar>
      </div>
    );
  }
  return (
    <ActionBar>
      <Button hotkey="Escape" onPress={() => onAsk(true)}>
        {t('act.cancel')}
      </Button>
      {payable ? (
        <>
          <Button
            hotkey="F5"
            disabled={busy || charge.extended}
            onPress={() => void actions.act('charge/extend', { id: charge.id })}
          >
            {t('waiting.extend')}
          </Button>
          <PrintQr charge={charge} />
          <Button
            hotkey="F7"
            disabled={busy || charge.brCode === null}
            onPress={() => void actions.copyCode(charge)}
          >
            {t(copied ? 'waiting.copied' : 'waiting.copy')}
          </Button>
        </>
      ) : null}
    </ActionBar>
  );
}
