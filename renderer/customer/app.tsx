import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { CustomerPage } from '../components/customer-page/customer-page.tsx';
import { shownFor, type Shows } from '../components/customer-page/shown.ts';
import { TrainingBand } from '../components/training-band.tsx';
import { useRemaining } from '../stores/use-remaining.ts';
import type { CustomerStore } from '../stores/customer-store.ts';
import { afterPaint } from './after-paint.ts';
import styles from './app.module.css';

/** Draws the customer's view, and reports to the cashier what is drawn. */
export function App({
  store,
  onShown,
}: {
  readonly store: CustomerStore;
  readonly onShown: (shows: Shows) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { view, heardAt, place } = useStore(store);
  const [refused, setRefused] = useState<string | null>(null);
  const screen = view?.screen;
  const qr = screen?.kind === 'qr' ? screen : null;
  const remainingMs = useRemaining({ remainingMs: qr?.remainingMs ?? 0, heardAt });
  const shows = shownFor(view, remainingMs, refused);

  // Reported again with each view, because a restarted core does not have the earlier report.
  useEffect(() => afterPaint(() => onShown(shows)), [shows, heardAt, onShown]);

  return (
    <div className={styles.window} data-screen={shows}>
      {place?.training === true ? (
        <header>
          <TrainingBand>{t('customer.training')}</TrainingBand>
        </header>
      ) : null}
      <main>
        <CustomerPage
          shows={shows}
          view={view}
          shopName={place?.shopName}
          remainingMs={remainingMs}
          onRefused={() => setRefused(qr?.brCode ?? null)}
        />
      </main>
    </div>
  );
}
