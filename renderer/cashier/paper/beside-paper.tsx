import type { ReactNode } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import { SlipPreview } from '../../components/paper/slip-preview.tsx';
import styles from './beside-paper.module.css';

/** Something about a slip, with the slip beside it. */
export function BesidePaper({
  subject,
  children,
}: {
  readonly subject: Input<'printing/preview'>;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={styles.beside}>
      <div className={styles.words}>{children}</div>
      <div className={styles.paper}>
        <SlipPreview subject={subject} />
      </div>
    </div>
  );
}
