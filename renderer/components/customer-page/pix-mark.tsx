import type { ReactNode } from 'react';
import styles from './pix-mark.module.css';

/** Four corners of a code: the sign of "scan here", drawn in ink like everything that is not a state. */
export function PixMark(): ReactNode {
  return (
    <svg
      className={styles.mark}
      viewBox="0 0 64 64"
      fill="none"
      stroke="currentColor"
      strokeWidth="5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M6 20V12a6 6 0 0 1 6-6h8M44 6h8a6 6 0 0 1 6 6v8M58 44v8a6 6 0 0 1-6 6h-8M20 58h-8a6 6 0 0 1-6-6v-8" />
      <path d="M20 20h9v9h-9zM37 20h7v7M20 37v7h7M37 37h7v7h-7z" />
    </svg>
  );
}
