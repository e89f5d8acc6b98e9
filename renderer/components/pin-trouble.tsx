import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../port/error-code.ts';
import { ErrorNote, Problem } from './error-note.tsx';

/** Wrong PINs after which the screen says what to do about a forgotten one. */
export const TRIES_BEFORE_HELP = 2;

/** What went wrong with an act that takes a PIN: how long no PIN is looked at, or why the act was refused. */
export function PinTrouble({
  error,
  seconds,
  wrongPins = 0,
}: {
  readonly error: CallError | null;
  /** Until the next PIN is looked at; 0 when it may be typed now. */
  readonly seconds: number;
  /** The wrong PINs that were typed in this form. */
  readonly wrongPins?: number;
}): ReactNode {
  const { t } = useTranslation();
  const help =
    wrongPins < TRIES_BEFORE_HELP ? null : <Problem name="forgotten">{t('signed.forgotten')}</Problem>;
  if (seconds > 0)
    return (
      <>
        <Problem name="wait">{t('signed.waiting', { seconds })}</Problem>
        {help}
      </>
    );
  return (
    <>
      {error === null || error.code === 'wait' ? null : <ErrorNote error={error} />}
      {help}
    </>
  );
}
