import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../../shared/contract/charge-view.ts';
import type { CustomerView } from '../../../../shared/contract/views.ts';
import { CustomerPage } from '../../../components/customer-page/customer-page.tsx';
import { TrainingBand } from '../../../components/training-band.tsx';
import { useView } from '../../till-context.ts';
import styles from './show-customer.module.css';

/**
 * The customer's page over the whole window of a till without a customer's screen: the cashier turns the monitor, and nothing of
 * the shop's sales is on it. Any key and any touch comes back, and does nothing else.
 */
export function ShowCustomer({
  charge,
  remainingMs,
  onBack,
  onRefused,
}: {
  readonly charge: ChargeView;
  readonly remainingMs: number;
  readonly onBack: () => void;
  readonly onRefused: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { shopName, zone, mode } = useView();
  const ref = useRef<HTMLDialogElement>(null);
  const back = useEffectEvent(onBack);
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    const leave = (event: KeyboardEvent | PointerEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      // The key that opened it may still be held down.
      if (!('repeat' in event && event.repeat)) back();
    };
    window.addEventListener('keydown', leave, true);
    window.addEventListener('pointerdown', leave, true);
    return () => {
      window.removeEventListener('keydown', leave, true);
      window.removeEventListener('pointerdown', leave, true);
      dialog?.close();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className={styles.whole}
      aria-label={t('waiting.showCustomer')}
      data-screen="show-customer"
      tabIndex={-1}
    >
      {mode === 'training' ? <TrainingBand>{t('customer.training')}</TrainingBand> : null}
      <CustomerPage
        shows="qr"
        view={{ shopName, zone, training: mode === 'training', screen: qrOf(charge, remainingMs) }}
        remainingMs={remainingMs}
        onRefused={onRefused}
      />
    </dialog>
  );
}

/** Returns the customer's view of a charge whose QR is payable. */
function qrOf(charge: ChargeView, remainingMs: number): CustomerView['screen'] {
  const { amount, wallet, walletName, brCode, receiver, deadlineAt, createdAt } = charge;
  if (brCode === null) return { kind: 'wait' };
  return {
    kind: 'qr',
    amount,
    walletName,
    isPix: wallet === 'pix',
    brCode,
    receiver,
    remainingMs,
    timeLimitMs: (deadlineAt ?? createdAt) - createdAt,
  };
}
