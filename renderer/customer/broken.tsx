import { useEffect, type ReactNode } from 'react';
import { CustomerPage } from '../components/customer-page/customer-page.tsx';
import styles from './app.module.css';
import type { Shows } from '../components/customer-page/shown.ts';

const AGAIN_AFTER_MS = 2_000;

/** Shows a message after an error of drawing: the customer waits, the cashier gets a report, and the page is loaded again. */
export function Broken({ onShown }: { readonly onShown: (shows: Shows) => void }): ReactNode {
  useEffect(() => {
    onShown('wait');
    const timer = setTimeout(() => location.reload(), AGAIN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [onShown]);
  return (
    <main className={styles.broken}>
      <CustomerPage shows="wait" view={null} remainingMs={0} onRefused={() => undefined} />
    </main>
  );
}
