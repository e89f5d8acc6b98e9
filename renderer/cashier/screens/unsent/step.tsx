import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClockIcon, OfflineIcon, WarningIcon } from '../../../components/icons.tsx';
import styles from './step.module.css';

const ICONS = { queued: OfflineIcon, creating: ClockIcon, choices: WarningIcon } as const;

/** What Balcão is doing, in words; a moving line only while something is really under way. */
export function Step({
  kind,
  children,
}: {
  readonly kind: keyof typeof ICONS;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const Icon = ICONS[kind];
  return (
    <div className={styles.step}>
      <Icon />
      <div>
        <h2>{t(`${kind}.title`)}</h2>
        <p>{children}</p>
      </div>
      {kind === 'creating' ? <span className={styles.moving} aria-hidden="true" /> : null}
    </div>
  );
}
