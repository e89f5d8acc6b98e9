import type { ReactNode } from 'react';
import { ClockIcon, OfflineIcon, WarningIcon } from '../../../components/icons.tsx';
import styles from './step.module.css';

const ICONS = {
  queued: OfflineIcon,
  unusable: WarningIcon,
  creating: ClockIcon,
  choices: WarningIcon,
} as const;

/** Says what Balcão is doing. The moving line is shown only while a request is under way. */
export function Step({
  kind,
  title,
  children,
  support = null,
}: {
  readonly kind: keyof typeof ICONS;
  readonly title: string;
  readonly children: ReactNode;
  /** What is for support, under the words. */
  readonly support?: ReactNode;
}): ReactNode {
  const Icon = ICONS[kind];
  return (
    <div className={styles.step}>
      <Icon />
      <div>
        <h2>{title}</h2>
        <p>{children}</p>
        {support}
      </div>
      {kind === 'creating' ? <span className={styles.moving} aria-hidden="true" /> : null}
    </div>
  );
}
