import type { ReactNode } from 'react';
import type { ChargeView } from '../../shared/contract/charge-view.ts';
import { useArmed } from './armed.tsx';
import styles from './screen.module.css';

/** The frame of one screen, named for tests. It has the focus while nothing in it is the home of the focus. */
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
  return (
    <main
      className={`${styles.screen} ${styles[tone]} ${compact ? styles.compact : ''}`}
      data-screen={name}
      data-answer={answer}
      data-armed={armed}
      data-frame=""
      tabIndex={-1}
    >
      {children}
    </main>
  );
}
