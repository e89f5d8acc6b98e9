import type { ReactNode } from 'react';
import styles from './training-band.module.css';

/** Shows that the till is in training. It is always on the screen, so that training does not look like a sale. */
export function TrainingBand({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <p className={styles.band} data-training="">
      <span>{children}</span>
    </p>
  );
}
