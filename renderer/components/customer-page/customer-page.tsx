import type { ReactNode } from 'react';
import type { CustomerView } from '../../../shared/contract/views.ts';
import { Idle } from './idle.tsx';
import { Message } from './message.tsx';
import { PayByQr } from './pay-by-qr.tsx';
import type { Shown } from './shown.ts';
import styles from './customer-page.module.css';

/** Draws what the customer sees, as large as the place around it: a monitor, the cashier's window, or a preview. */
export function CustomerPage({
  shows,
  view,
  shopName = view?.shopName ?? '',
  remainingMs,
  onRefused,
}: {
  readonly shows: Shown;
  readonly view: CustomerView | null;
  /** The shop's name while there is no view. */
  readonly shopName?: string | undefined;
  readonly remainingMs: number;
  readonly onRefused: () => void;
}): ReactNode {
  const screen = view?.screen;
  return (
    <div className={styles.page}>
      {shows === 'qr' && view !== null && screen?.kind === 'qr' ? (
        <PayByQr
          key={screen.brCode}
          shopName={view.shopName}
          qr={screen}
          remainingMs={remainingMs}
          onRefused={onRefused}
        />
      ) : shows === 'idle' && view !== null ? (
        <Idle shopName={view.shopName} zone={view.zone} />
      ) : (
        <Message
          kind={shows === 'qr-refused' || shows === 'idle' || shows === 'qr' ? 'wait' : shows}
          shopName={shopName}
          screen={screen}
        />
      )}
    </div>
  );
}
