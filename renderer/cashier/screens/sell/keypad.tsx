import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Digit } from '../../../../shared/domain/money/digit-entry.ts';
import { useActions } from '../../till-context.ts';
import styles from './keypad.module.css';

const DIGITS: readonly Digit[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The number pad for touch. Tab skips it, because the keyboard has digits. */
export function Keypad(): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const key = (label: string, name: string, press: () => void): ReactNode => (
    <button key={name} type="button" tabIndex={-1} aria-label={name} className={styles.key} onClick={press}>
      {label}
    </button>
  );
  const digit = (value: Digit): ReactNode =>
    key(String(value), String(value), () => actions.enter({ type: 'digit', digit: value }));
  return (
    <div className={styles.keypad} onPointerDown={(event) => event.preventDefault()}>
      {DIGITS.map(digit)}
      {key('C', t('sell.clear'), () => actions.enter({ type: 'clear' }))}
      {digit(0)}
      {key('⌫', t('sell.backspace'), () => actions.backspace())}
    </div>
  );
}
