import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../stores/use-now.ts';
import { NoticeScreen } from './notice-screen.tsx';

/** Every unsettled charge is asked about before anything is sold. */
export function Recovering(): ReactNode {
  const { t } = useTranslation();
  const seconds = useSecondsHere();
  return (
    <NoticeScreen name="recovering" title={t('recovering.title')}>
      <p>{t('recovering.detail')}</p>
      {seconds >= 1 ? <p>{t('term.since', { seconds })}</p> : null}
    </NoticeScreen>
  );
}

/** Before the core has spoken. Words come only when it takes long. */
export function Starting(): ReactNode {
  const { t } = useTranslation();
  const seconds = useSecondsHere();
  return (
    <NoticeScreen name="starting" title={t('starting.title')}>
      {seconds >= 3 ? <p>{t('starting.waiting', { seconds })}</p> : null}
    </NoticeScreen>
  );
}

function useSecondsHere(): number {
  const now = useNow(500);
  const [since] = useState(now);
  return Math.floor((now - since) / 1_000);
}
