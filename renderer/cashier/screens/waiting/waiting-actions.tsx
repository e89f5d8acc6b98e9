import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../../shared/contract/charge-view.ts';
import { ActionBar } from '../../../components/action-bar.tsx';
import { Button } from '../../../components/button.tsx';
import { useActions, useUi } from '../../till-context.ts';
import { AskFirst } from './ask-first.tsx';
import type { Asking } from './asking.ts';
import { ChangeSale } from './change-sale.tsx';
import { PrintQr } from './print-qr.tsx';

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
  readonly asking: Asking;
  readonly onAsk: (asking: Asking) => void;
  /** False while no QR is shown: there is nothing to prolong or to copy. */
  readonly payable?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const busy = useUi((state) => state.busy !== null);
  const copied = useUi((state) => state.copied);

  if (asking !== null) return <AskFirst charge={charge} asking={asking} payable={payable} onAsk={onAsk} />;
  return (
    <>
      {payable ? <ChangeSale charge={charge} onAsk={onAsk} /> : null}
      <ActionBar>
        <Button hotkey="Escape" onPress={() => onAsk({ about: 'cancel' })}>
          {t('act.cancel')}
        </Button>
        {payable ? (
          <>
            <Button
              hotkey="+"
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
    </>
  );
}
