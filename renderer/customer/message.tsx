import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Amount } from '../components/amount.tsx';
import { ClockIcon, CrossIcon, DoubtIcon, OfflineIcon, TickIcon } from '../components/icons.tsx';
import styles from './message.module.css';

export type MessageKind = 'wait' | 'checking' | 'paid' | 'cancelled' | 'expired' | 'offline';

const ICONS = {
  wait: ClockIcon,
  checking: DoubtIcon,
  paid: TickIcon,
  cancelled: CrossIcon,
  expired: ClockIcon,
  offline: OfflineIcon,
} as const;

const DETAILS = {
  wait: null,
  checking: 'customer.checkingDetail',
  paid: 'customer.thanks',
  cancelled: 'customer.cancelledDetail',
  expired: 'customer.expiredDetail',
  offline: 'customer.offlineDetail',
} as const;

/** Shows every screen without a QR: one sign, one word, and its meaning for the customer. */
export function Message({
  kind,
  shopName,
  amount,
  isPaid = false,
}: {
  readonly kind: MessageKind;
  readonly shopName: string;
  readonly amount: number | null;
  /** True if money arrived: then the customer is told not to pay again. */
  readonly isPaid?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const Icon = ICONS[kind];
  const detail = kind === 'checking' && isPaid ? 'customer.checkingPaidDetail' : DETAILS[kind];
  return (
    <main className={`${styles.message} ${styles[kind]}`}>
      <p className={styles.shop}>{shopName}</p>
      <div className={styles.body} role="status">
        <span className={styles.icon}>
          <Icon />
        </span>
        <h1>{t(`customer.${kind}`)}</h1>
        {amount === null ? null : (
          <div className={styles.amount}>
            <Amount value={amount} />
          </div>
        )}
        {detail === null ? null : <p className={styles.detail}>{t(detail)}</p>}
      </div>
    </main>
  );
}
