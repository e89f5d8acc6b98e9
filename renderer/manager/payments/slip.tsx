import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { SlipPreview } from '../../cashier/paper/slip-preview.tsx';
import { useActions, useUi, useView } from '../../cashier/till-context.ts';
import { ActionBar } from '../../components/action-bar.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { Modal } from '../../components/modal.tsx';
import styles from '../manager.module.css';

/** The slip that a charge has as it stands; null while it has none. A QR that could be paid is never shown as paper. */
export function slipOf({ paidAmount, status }: ChargeView): 'receipt' | 'cancel' | null {
  if (paidAmount !== null) return 'receipt';
  return status === 'cancelled' || status === 'expired' ? 'cancel' : null;
}

/** A charge's slip as the printer makes it, and the key that prints it: marked as a second copy once one is out. */
export function Slip({
  charge,
  slip,
  onDone,
}: {
  readonly charge: ChargeView;
  readonly slip: 'receipt' | 'cancel';
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const { printer } = useView();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const print = async (): Promise<void> => {
    const reply = await actions.act('printing/print', { chargeId: charge.id, slip });
    if (reply?.ok === true) onDone();
  };
  return (
    <Modal screen="slip" title={t(`payment.${slip}`)} wide>
      <p className={styles.lead}>{t(printer === null ? 'payment.noPrinter' : 'payment.copy')}</p>
      <div className={styles.paper}>
        <SlipPreview subject={{ of: 'charge', chargeId: charge.id, slip }} />
      </div>
      {error === null ? null : <ErrorNote error={error} />}
      <ActionBar>
        <Button hotkey="Escape" home onPress={onDone}>
          {t('common.back')}
        </Button>
        {printer === null ? null : (
          <Button kind="primary" hotkey="F6" disabled={busy} onPress={() => void print()}>
            {t('payment.print')}
          </Button>
        )}
      </ActionBar>
    </Modal>
  );
}
