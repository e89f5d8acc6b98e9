import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Amount } from '../amount.tsx';
import { ClockIcon, ClosedIcon, CrossIcon, DoubtIcon, OfflineIcon, TickIcon } from '../icons.tsx';
import { useDrift } from './drift.ts';
import styles from './message.module.css';

const ICONS = {
  wait: ClockIcon,
  checking: DoubtIcon,
  paid: TickIcon,
  cancelled: CrossIcon,
  expired: ClockIcon,
  offline: OfflineIcon,
  closed: ClosedIcon,
  preparing: ClockIcon,
} as const;

type MessageKind = keyof typeof ICONS;

const DETAILS = {
  wait: null,
  checking: 'customer.checkingDetail',
  paid: 'customer.thanks',
  cancelled: 'customer.cancelledDetail',
  expired: 'customer.expiredDetail',
  offline: 'customer.offlineDetail',
  closed: 'customer.closedDetail',
  preparing: 'customer.preparingDetail',
} as const;

/** Shows every screen without a QR: one sign, one word, and its meaning for the customer. */
export function Message({
  kind,
  shopName,
  amount,
}: {
  readonly kind: MessageKind;
  readonly shopName: string;
  readonly amount: number | null;
}): ReactNode {
  const { t } = useTranslation();
  const Icon = ICONS[kind];
  const detail = DETAILS[kind];
  const drift = useDrift();
  return (
    <div className={`${styles.message} ${styles[kind]}`} style={isAtRest(kind) ? drift : undefined}>
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
    </div>
  );
}

/** True for what a screen may show for hours. */
function isAtRest(kind: MessageKind): boolean {
  return kind === 'closed' || kind === 'offline' || kind === 'preparing';
}
