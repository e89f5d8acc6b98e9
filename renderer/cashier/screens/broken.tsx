import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { NoticeScreen } from './notice-screen.tsx';

/** A screen could not be drawn. The charges are the core's; this page can be begun anew. */
export function Broken(): ReactNode {
  const { t } = useTranslation();
  return (
    <NoticeScreen name="broken" title={t('broken.title')}>
      <p>{t('broken.detail')}</p>
      <Button kind="primary" size="large" hotkey="Enter" onPress={() => location.reload()}>
        {t('broken.reload')}
      </Button>
    </NoticeScreen>
  );
}
