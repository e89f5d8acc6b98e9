import { useEffect, type ReactNode } from 'react';
import type { ChargeView } from '../../shared/contract/charge-view.ts';
import { useArmed } from './armed.tsx';
import { focusHome } from './focus-home.ts';
import styles from './screen.module.css';

/** The frame of one screen: named for tests, and the focus goes to its home when it comes up. */
export function Screen({
  name,
  answer,
  tone = 'plain',
  compact = false,
  children,
}: {
  readonly name: string;
  readonly answer?: ChargeView['answer'];
  /** Closer together, where much must fit. */
  readonly compact?: boolean;
  readonly tone?: 'plain' | 'paid' | 'doubt';
  readonly children: ReactNode;
}): ReactNode {
  const armed = useArmed();
  useEffect(() => {
    // A dialog above keeps the focus; when it closes, home is looked for again.
    if (document.querySelector('dialog[open]') === null) focusHome();
  }, []);
  return (
    <main
      className={`${styles.screen} ${styles[tone]} ${compact ? styles.compact : ''}`}
      data-screen={name}
      data-answer={answer}
      data-armed={armed}
    >
      {children}
    </main>
  );
}
