import type { ReactNode } from 'react';
import { formatCountdown } from '../stores/countdown.ts';
import styles from './countdown-ring.module.css';

const RADIUS = 44;
const AROUND = 2 * Math.PI * RADIUS;
/** The last seconds look different: the customer must hurry, the cashier must decide. */
const LAST_MS = 30_000;

/** The time left, as figures and as a ring that empties. */
export function CountdownRing({
  remainingMs,
  totalMs,
  label,
}: {
  readonly remainingMs: number;
  readonly totalMs: number;
  readonly label: string;
}): ReactNode {
  const left = totalMs <= 0 ? 0 : Math.min(1, remainingMs / totalMs);
  return (
    <div
      className={styles.ring}
      role="timer"
      data-figures=""
      data-last={remainingMs <= LAST_MS ? '' : undefined}
    >
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle className={styles.track} cx="50" cy="50" r={RADIUS} data-decoration="" />
        <circle
          className={styles.left}
          cx="50"
          cy="50"
          r={RADIUS}
          strokeDasharray={AROUND}
          strokeDashoffset={AROUND * (1 - left)}
          transform="rotate(-90 50 50)"
        />
      </svg>
      <div className={styles.figures}>
        <strong>{formatCountdown(remainingMs)}</strong>
        <span>{label}</span>
      </div>
    </div>
  );
}
