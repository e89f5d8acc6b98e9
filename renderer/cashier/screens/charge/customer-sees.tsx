import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenIcon } from '../../../components/icons.tsx';
import { useView } from '../../till-context.ts';
import styles from './customer-sees.module.css';

/** What the customer's screen itself says that it shows: the cashier need not lean over to look. */
export function CustomerSees(): ReactNode {
  const { t } = useTranslation();
  const { customerSees } = useView();
  return (
    <p className={styles.sees} data-customer-sees={customerSees}>
      <ScreenIcon />
      <span>{t('sees.label')}</span>
      <strong>{t(`sees.${customerSees}`)}</strong>
    </p>
  );
}
