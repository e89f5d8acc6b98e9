import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useArmed } from './armed.tsx';
import { KeyLevelContext } from './keys/use-keys.ts';
import type { KeyLevel } from './keys/key-layers.ts';
import styles from './modal.module.css';

export interface ModalProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Named for tests and for support. */
  readonly screen: string;
  /** An `alarm` is above every dialog. */
  readonly level?: Extract<KeyLevel, 'dialog' | 'alarm'>;
  readonly tone?: 'plain' | 'trouble';
  readonly wide?: boolean;
  /** Of one height, whatever its content is. */
  readonly steady?: boolean;
}

/**
 * A native modal dialog: the browser keeps the focus inside and the rest inert. Only its own buttons close it, so that
 * the key is written on something that can be seen.
 */
export function Modal(props: ModalProps): ReactNode {
  const { title, children, screen, level = 'dialog', tone = 'plain', wide = false, steady = false } = props;
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const armed = useArmed();
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className={`${styles.modal} ${wide ? styles.wide : ''} ${steady ? styles.steady : ''} ${styles[tone]}`}
      role={level === 'alarm' ? 'alertdialog' : 'dialog'}
      aria-labelledby={titleId}
      data-screen={screen}
      data-armed={armed}
      onCancel={(event) => event.preventDefault()}
    >
      <KeyLevelContext value={level}>
        <h1 id={titleId} className={styles.title}>
          {title}
        </h1>
        {children}
      </KeyLevelContext>
    </dialog>
  );
}
