import type { ReactNode } from 'react';
import type { KeyName } from './keys/key-name.ts';
import styles from './key-cap.module.css';

const NAMES: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** Shows the key of the action beside it, as it is printed on the keyboard. */
export function KeyCap({ name }: { readonly name: KeyName }): ReactNode {
  return (
    <kbd className={styles.cap} aria-hidden="true">
      {NAMES[name] ?? name}
    </kbd>
  );
}
