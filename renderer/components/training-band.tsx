import type { ReactNode } from 'react';
import styles from './training-band.module.css';

/** Always on screen in training: nobody may take practice for a sale. */
export function TrainingBand({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <p className={styles.band} data-training="">
      <span>{children}</span>
    </p>
  );
}
