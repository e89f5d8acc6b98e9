import type { ReactNode } from 'react';
import styles from './action-bar.module.css';

/** What can be done here, always at the foot of the screen. */
export function ActionBar({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <div className={styles.bar} data-keys="">
      {children}
    </div>
  );
}
