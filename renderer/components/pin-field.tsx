import { useId, useRef, useState, type ReactNode } from 'react';
import { isScanned } from '../../shared/domain/scanner/burst.ts';
import { bursts } from './keys/burst-watch.ts';
import { NumberPad } from './number-pad.tsx';
import { useTouch } from './use-touch.ts';
import styles from './text-field.module.css';

/**
 * A field for a PIN: digits only, hidden, with a number pad on a touch screen. It takes nothing from a barcode scanner: a code
 * is no try of a PIN, and its Enter presses nothing (`data-pin`, in `listen-to-keys.ts`).
 */
export function PinField({
  label,
  value,
  onChange,
  maxLength,
  hint,
  home = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength: number;
  readonly hint?: string;
  readonly home?: boolean;
}): ReactNode {
  const id = useId();
  const isTouch = useTouch();
  const [isFocused, setFocused] = useState(false);
  /** What the field held before the present burst of signs. */
  const before = useRef({ from: -Infinity, value: '' });
  const type = (text: string): void => {
    const burst = bursts.now();
    if (isScanned(burst)) return onChange(before.current.from === burst.from ? before.current.value : value);
    if (before.current.from !== burst.from) before.current = { from: burst.from, value };
    onChange(text.replace(/\D/g, ''));
  };
  return (
    <div className={styles.field} onFocus={() => setFocused(true)} onBlur={() => setFocused(false)}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles.pin}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        maxLength={maxLength}
        value={value}
        data-pin=""
        data-home={home ? '' : undefined}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => type(event.target.value)}
      />
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {isTouch && isFocused ? (
        <NumberPad
          onDigit={(digit) => onChange(`${value}${digit}`.slice(0, maxLength))}
          onClear={() => onChange('')}
          onBackspace={() => onChange(value.slice(0, -1))}
        />
      ) : null}
    </div>
  );
}
