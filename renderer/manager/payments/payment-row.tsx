import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../shared/domain/business-day/format-time.ts';
import type { PaymentRow as Row } from '../../../shared/contract/payments.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { money } from '../../components/amount.tsx';
import styles from './payments.module.css';

/** Shows a row of the list. Problems are in words below it. */
export function PaymentRow({ row, zone }: { readonly row: Row; readonly zone: string }): ReactNode {
  const { t } = useTranslation();
  const marks = (['unproven', 'late', 'unsettled'] as const).filter((mark) =>
    mark === 'unsettled' ? !row.settled : row[mark],
  );
  // In capitals, as on the screen of a payment.
  const end = row.endToEndId?.slice(-6).toUpperCase();
  return (
    <>
      <span>{formatDateTime(epochMs(row.createdAt), zone)}</span>
      <span className={styles.amount}>{money(row.amount)}</span>
      <span className={styles.word} data-word={row.panel}>
        {t(`panel.${row.panel}`)}
      </span>
      {marks.length === 0 ? null : (
        <span className={styles.marks} data-marks={marks.join(' ')}>
          {marks.map((mark) => t(`mark.${mark}`)).join(' · ')}
        </span>
      )}
      <span className={styles.who}>
        {row.walletName}
        <small>{row.operatorName}</small>
      </span>
      <span className={styles.code}>
        {end ?? row.reference ?? row.shortCode}
        {end === undefined || row.reference === null ? null : <small>{row.reference}</small>}
      </span>
    </>
  );
}
