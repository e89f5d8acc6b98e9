import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.tsx';
import { Problem } from '../components/error-note.tsx';
import styles from './manager.module.css';

/** Says that a list could not be read, and reads it again; `isOld` when the rows of an earlier reading are still shown. */
export function ReadFailed({
  isOld,
  onAgain,
}: {
  readonly isOld: boolean;
  readonly onAgain: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.failed}>
      <Problem name="read-failed">{t(isOld ? 'reading.failedOld' : 'reading.failed')}</Problem>
      <Button hotkey="Ctrl+R" onPress={onAgain}>
        {t('reading.again')}
      </Button>
    </div>
  );
}
