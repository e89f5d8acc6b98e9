import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../port/error-code.ts';
import { ErrorNote, Problem } from './error-note.tsx';

/** What went wrong with an act that takes a PIN: how long no PIN is looked at, or why the act was refused. */
export function PinTrouble({
  error,
  seconds,
}: {
  readonly error: CallError | null;
  /** Until the next PIN is looked at; 0 when it may be typed now. */
  readonly seconds: number;
}): ReactNode {
  const { t } = useTranslation();
  if (seconds > 0) return <Problem name="wait">{t('signed.waiting', { seconds })}</Problem>;
  return error === null || error.code === 'wait' ? null : <ErrorNote error={error} />;
}
