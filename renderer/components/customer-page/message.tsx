import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerView } from '../../../shared/contract/views.ts';
import { Amount } from '../amount.tsx';
import { ClockIcon, ClosedIcon, CrossIcon, DoubtIcon, OfflineIcon, TickIcon } from '../icons.tsx';
import { useDrift } from './drift.ts';
import styles from './message.module.css';

type Screen = CustomerView['screen'] | undefined;

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

/** Shows every screen without a QR: one sign, one word, and its meaning for the customer. */
export function Message({
  kind,
  shopName,
  screen,
}: {
  readonly kind: MessageKind;
  readonly shopName: string;
  readonly screen: Screen;
}): ReactNode {
  const { t } = useTranslation();
  const Icon = ICONS[kind];
  const amount = screen !== undefined && 'amount' in screen ? screen.amount : null;
  const isRefused = screen?.kind === 'cancelled' && screen.isRefused;
  const drift = useDrift();
  return (
    <div
      className={`${styles.message} ${isRefused ? styles.refused : styles[kind]}`}
      style={isAtRest(kind) ? drift : undefined}
    >
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
        {detailsOf(kind, screen).map((detail) => (
          <p key={detail} className={styles.detail}>
            {t(detail)}
          </p>
        ))}
      </div>
    </div>
  );
}

/** Returns what the customer is told besides the word. Only proof of the gateway says that money arrived, or that none did. */
function detailsOf(kind: MessageKind, screen: Screen) {
  switch (kind) {
    case 'wait':
      return [] as const;
    case 'checking': {
      const isPaid = screen?.kind === 'checking' && screen.isPaid;
      return [isPaid ? 'customer.checkingPaidDetail' : 'customer.checkingDetail'] as const;
    }
    case 'paid':
      return ['customer.thanks'] as const;
    case 'cancelled':
      return screen?.kind === 'cancelled' && screen.isProven
        ? (['customer.nothingCharged', 'customer.cancelledDetail'] as const)
        : (['customer.cancelledDetail'] as const);
    case 'expired':
      return ['customer.expiredDetail'] as const;
    case 'offline':
      return ['customer.offlineDetail'] as const;
    case 'closed':
      return ['customer.closedDetail'] as const;
    case 'preparing':
      return ['customer.preparingDetail'] as const;
  }
}

/** True for what a screen may show for hours. */
function isAtRest(kind: MessageKind): boolean {
  return kind === 'closed' || kind === 'offline' || kind === 'preparing';
}
