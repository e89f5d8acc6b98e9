import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './steps.module.css';

/** Shows the steps of a payment. */
export function Steps({
  walletName,
  isPix,
}: {
  readonly walletName: string;
  readonly isPix: boolean;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <ol className={styles.steps} aria-label={t('customer.steps')}>
      <li>{isPix ? t('customer.openBank') : t('customer.openWallet', { wallet: walletName })}</li>
      <li>{t('customer.scanStep')}</li>
      <li>{t('customer.confirm')}</li>
    </ol>
  );
}
