import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWallClock } from '../../../stores/use-now.ts';

/** After this time the screen says what it waits for. */
const PATIENCE_MS = 3_000;

/** Shows what the till waits for, after a while. */
export function WaitedFor({
  since,
  attempts,
}: {
  readonly since: number;
  readonly attempts: number;
}): ReactNode {
  const { t } = useTranslation();
  const waitedMs = useWallClock(500) - since;
  const seconds = Math.floor(waitedMs / 1_000);
  return (
    <>
      {attempts > 1 ? `${t('creating.second')} ` : ''}
      {waitedMs >= PATIENCE_MS ? t('creating.waiting', { seconds }) : ''}
    </>
  );
}
