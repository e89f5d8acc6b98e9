import type { ReactNode } from 'react';
import { useArmed } from './armed.tsx';
import { focusHome } from './focus-home.ts';
import { KeyCap } from './key-cap.tsx';
import type { KeyName } from './keys/key-name.ts';
import { useKeys } from './keys/use-keys.ts';
import styles from './button.module.css';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** The key for the same action from everywhere on the screen. The button shows it. */
  readonly hotkey?: KeyName;
  /** One `primary` for each screen. `danger` ends something. `quiet` is less visible. */
  readonly kind?: 'primary' | 'plain' | 'danger' | 'quiet';
  readonly size?: 'normal' | 'large';
  /** The next key lands here. */
  readonly home?: boolean;
  readonly disabled?: boolean;
}

/** A button and its key in one: the key works exactly while the button is there and enabled. */
export function Button(props: ButtonProps): ReactNode {
  const {
    children,
    onPress,
    hotkey,
    kind = 'plain',
    size = 'normal',
    home = false,
    disabled = false,
  } = props;
  const armed = useArmed();
  useKeys(hotkey === undefined || disabled ? {} : { [hotkey]: onPress });
  return (
    <button
      type="button"
      className={`${styles.button} ${styles[kind]} ${styles[size]}`}
      aria-disabled={disabled || !armed}
      aria-keyshortcuts={hotkey}
      data-home={home ? '' : undefined}
      onClick={(event) => {
        if (armed && !disabled) onPress();
        // After a click or a touch the next Enter means the screen's own, not this button again.
        if (event.detail > 0) focusHome();
      }}
    >
      <span className={styles.label}>{children}</span>
      {hotkey === undefined ? null : <KeyCap name={hotkey} />}
    </button>
  );
}
