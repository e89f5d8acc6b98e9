import { useId, type ReactNode } from 'react';
import { PinField } from './pin-field.tsx';
import styles from './text-field.module.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** `secret` hides the text. `pin` hides it and takes digits only. */
  readonly kind?: 'text' | 'secret' | 'pin';
  readonly maxLength: number;
  readonly hint?: string;
  readonly home?: boolean;
  readonly disabled?: boolean;
}

/** One line of text with its label. Nothing of it is kept by the browser. */
export function TextField(props: TextFieldProps): ReactNode {
  return props.kind === 'pin' ? <PinField {...props} /> : <PlainField {...props} />;
}

function PlainField(props: TextFieldProps): ReactNode {
  const { label, value, onChange, kind = 'text', maxLength, hint, home = false, disabled = false } = props;
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={kind === 'text' ? 'text' : 'password'}
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={maxLength}
        value={value}
        disabled={disabled}
        data-home={home ? '' : undefined}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
