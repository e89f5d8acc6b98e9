import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../../shared/contract/charge-view.ts';
import { money } from '../../../components/amount.tsx';
import { VerifiedQr } from '../../../components/qr/verified-qr.tsx';

/** Shows the QR of the waiting charge to the cashier. */
export function WaitingQr({
  charge,
  text,
  onRefused,
}: {
  readonly charge: ChargeView;
  readonly text: string;
  readonly onRefused: (refused: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <VerifiedQr
      text={text}
      label={t('customer.qrAlt', { amount: money(charge.amount) })}
      onChecked={(shown) => onRefused(!shown)}
    />
  );
}
