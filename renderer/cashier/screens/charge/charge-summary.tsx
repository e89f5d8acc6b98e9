import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../../shared/contract/charge-view.ts';
import { Amount } from '../../../components/amount.tsx';
import styles from './charge-summary.module.css';

/** Which charge this is: the amount first, then how and under which name. */
export function ChargeSummary({
  charge,
  dim = false,
  children,
}: {
  readonly charge: ChargeView;
  readonly dim?: boolean;
  readonly children?: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.summary}>
      <Amount value={charge.amount} dim={dim} />
      <p className={styles.facts}>
        <strong>{charge.walletName}</strong>
        <span>{t('charge.shortCode', { code: charge.shortCode })}</span>
        {charge.reference === null ? null : <span>{charge.reference}</span>}
      </p>
      {children}
    </div>
  );
}
