import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { useShop } from '../../calls/shop-context.ts';
import { useAct } from '../../calls/use-act.ts';
import { ActionBar } from '../../components/action-bar.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { Modal } from '../../components/modal.tsx';
import { SlipPreview } from '../../components/paper/slip-preview.tsx';
import styles from '../manager.module.css';

type ChargeSlip = 'qr-slip' | 'receipt' | 'cancel';

/** Shows the slips of a charge: the slip of its status, and its QR if that was printed. */
export function slipsOf({ paidAmount, status }: ChargeView, wasPrinted: boolean): readonly ChargeSlip[] {
  const isGone = status === 'cancelled' || status === 'expired';
  const last = paidAmount !== null ? (['receipt'] as const) : isGone ? (['cancel'] as const) : [];
  return wasPrinted ? [...last, 'qr-slip'] : last;
}

/** A charge's slips as the printer makes them, and the key that prints one. A slip that was printed before is marked as a second copy. */
export function Slip({
  charge,
  slips,
  onDone,
}: {
  readonly charge: ChargeView;
  readonly slips: readonly ChargeSlip[];
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { printer } = useShop();
  const { act, busy, error } = useAct();
  const [at, setAt] = useState(0);
  const next = (at + 1) % slips.length;
  const [slip, other] = [slips[at], slips[next]];
  if (slip === undefined || other === undefined) return null;
  const print = async (): Promise<void> => {
    const reply = await act('printing/print', { chargeId: charge.id, slip });
    if (reply?.ok === true) onDone();
  };
  return (
    <Modal screen="slip" title={t(`chargeSlip.${slip}`)} wide>
      <p className={styles.lead}>{t(leadOf(slip, printer))}</p>
      <div className={styles.paper} data-slip={slip}>
        <SlipPreview subject={{ of: 'charge', chargeId: charge.id, slip }} />
      </div>
      {error === null ? null : <ErrorNote error={error} />}
      <ActionBar>
        <Button hotkey="Escape" home onPress={onDone}>
          {t('act.back')}
        </Button>
        {other === slip ? null : (
          <Button hotkey="F7" onPress={() => setAt(next)}>
            {t(`chargeSlip.${other}`)}
          </Button>
        )}
        {!printer || slip === 'qr-slip' ? null : (
          <Button kind="primary" hotkey="F6" disabled={busy} onPress={() => void print()}>
            {t('chargeSlip.print')}
          </Button>
        )}
      </ActionBar>
    </Modal>
  );
}

function leadOf(
  slip: ChargeSlip,
  canPrint: boolean,
): 'chargeSlip.printed' | 'chargeSlip.copy' | 'chargeSlip.noPrinter' {
  if (slip === 'qr-slip') return 'chargeSlip.printed';
  return canPrint ? 'chargeSlip.copy' : 'chargeSlip.noPrinter';
}
