import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../port/error-code.ts';
import { SENDS_TO_SUPPORT } from './sends-to-support.ts';
import { WarningIcon } from './icons.tsx';
import styles from './error-note.module.css';

/** Shows a failed act as an instruction: what happened and what to do now. The code is shown if the instruction is to call support. */
export function ErrorNote({
  error,
  max = '',
}: {
  readonly error: CallError;
  readonly max?: string;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.note} role="alert" data-error={error.code}>
      <WarningIcon />
      <p>
        <strong>{t(`errors.${error.code}.what`, { max })}</strong> {t(`errors.${error.code}.next`)}{' '}
        {SENDS_TO_SUPPORT.has(error.code) ? (
          <small>{t('common.supportCode', { code: error.code })}</small>
        ) : null}
      </p>
    </div>
  );
}

/** Shows an error of the page itself in the same frame. */
export function Problem({
  children,
  name,
}: {
  readonly children: ReactNode;
  readonly name: string;
}): ReactNode {
  return (
    <div className={styles.note} role="alert" data-problem={name}>
      <WarningIcon />
      <p>{children}</p>
    </div>
  );
}
