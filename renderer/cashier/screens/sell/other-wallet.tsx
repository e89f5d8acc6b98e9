import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isSameAccount, saleWallet } from '../../sale-wallet.ts';
import { useUi, useView } from '../../till-context.ts';
import styles from './other-wallet.module.css';

/** Shows a wallet that is not the default one beside the amount. Shows nothing for the default one. */
export function OtherWallet(): ReactNode {
  const { t } = useTranslation();
  const view = useView();
  const chosen = saleWallet(
    view,
    useUi((state) => state.wallet),
  );
  if (chosen === null || isSameAccount(chosen, view.defaultWallet)) return null;
  return (
    <p className={styles.wallet} data-other-wallet={chosen.wallet}>
      {t('sell.otherWallet', { name: chosen.name })}
    </p>
  );
}
