import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Digit } from '../../shared/domain/money/digit-entry.ts';
import styles from './number-pad.module.css';

const DIGITS: readonly Digit[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** A number pad for touch. Tab skips it, because the keyboard has digits. The focus stays in the field. */
export function NumberPad({
  onDigit,
  onClear,
  onBackspace,
}: {
  readonly onDigit: (digit: Digit) => void;
  readonly onClear: () => void;
  readonly onBackspace: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const key = (label: string, name: string, press: () => void): ReactNode => (
    <button key={name} type="button" tabIndex={-1} aria-label={name} className={styles.key} onClick={press}>
      {label}
    </button>
  );
  const digit = (value: Digit): ReactNode => key(String(value), String(value), () => onDigit(value));
  return (
    <div className={styles.keypad} data-number-pad="" onPointerDown={(event) => event.preventDefault()}>
      {DIGITS.map(digit)}
      {key('C', t('sell.clear'), onClear)}
      {digit(0)}
      {key('⌫', t('sell.backspace'), onBackspace)}
    </div>
  );
}
