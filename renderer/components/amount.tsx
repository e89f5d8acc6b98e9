import type { CSSProperties, ReactNode } from 'react';
import { centavos } from '../../shared/domain/money/centavos.ts';
import { formatBRL } from '../../shared/domain/money/format.ts';
import styles from './amount.module.css';

/** Shows an amount of the wire: `R$ 1.234,56`. */
export function money(amount: number): string {
  return formatBRL(centavos(amount));
}

/** For the style sheet: how many characters must fit the column. */
export function amountStyle(text: string): CSSProperties {
  return { '--chars': text.length } as CSSProperties;
}

/** The hero: as large as the column allows, up to R$ 99.999,99 on one line. */
export function Amount({
  value,
  dim = false,
}: {
  readonly value: number;
  readonly dim?: boolean;
}): ReactNode {
  const text = money(value);
  return (
    <div className={styles.frame}>
      <span
        className={`${styles.amount} ${dim ? styles.dim : ''}`}
        style={amountStyle(text)}
        data-amount={value}
      >
        {text}
      </span>
    </div>
  );
}
