import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoreTrouble } from '../../../shared/contract/core-trouble.ts';
import { Button } from '../../components/button.tsx';
import { Modal } from '../../components/modal.tsx';
import { SupportDetails } from '../../components/support-details.tsx';
import { useNow } from '../../stores/use-now.ts';
import { useActions } from '../till-context.ts';
import styles from './dialog.module.css';

/** The core is away: no answer on this screen is vouched for until it is back. */
export function CoreDown(): ReactNode {
  const { t } = useTranslation();
  const now = useNow(500);
  const [since] = useState(now);
  return (
    <Modal screen="core-down" level="alarm" title={t('core.down')}>
      <p className={styles.strong}>{t('core.downDetail')}</p>
      <p className={styles.lead}>{t('term.since', { seconds: Math.floor((now - since) / 1_000) })}</p>
    </Modal>
  );
}

interface GaveUp {
  readonly trouble: CoreTrouble;
  /** The account whose till uses the data folder. Null if that is not the trouble, or is not known. */
  readonly holder: string | null;
}

/** Shows that the core cannot work, and what a person must do. */
export function CoreGaveUp({ trouble, holder }: GaveUp): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  return (
    <Modal screen="core-gave-up" level="alarm" tone="trouble" title={t(`trouble.${trouble}.what`)}>
      <p className={styles.strong}>{t(`trouble.${trouble}.next`)}</p>
      {holder === null ? null : <p className={styles.strong}>{t('core.heldBy', { account: holder })}</p>}
      <p className={styles.lead}>{t('core.gaveUpDetail')}</p>
      <SupportDetails texts={[t('common.supportCode', { code: trouble })]} />
      <Button kind="primary" hotkey="Enter" home onPress={() => void actions.quit()}>
        {t('core.quit')}
      </Button>
    </Modal>
  );
}
