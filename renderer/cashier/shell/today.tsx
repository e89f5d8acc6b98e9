import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillView } from '../../../shared/contract/views.ts';
import { money } from '../../components/amount.tsx';
import { clockTime } from '../../i18n/clock-time.ts';
import { useView } from '../till-context.ts';
import styles from './today.module.css';

type Row = TillView['today']['rows'][number];
type Mark = 'paid' | 'open' | 'trouble' | 'ended';

/** Shows today's charges, newest first, and the money received. */
export function Today(): ReactNode {
  const { t } = useTranslation();
  const { today, zone, wallets } = useView();
  /** The wallet that most sales are paid with. Its name beside each of them would say nothing. */
  const usual = wallets.find(({ isDefault }) => isDefault)?.name;
  return (
    <section className={styles.today} data-figures="" aria-label={t('today.list')}>
      <div className={styles.total}>
        <h2>{t('term.today')}</h2>
        <strong data-total={today.total}>{money(today.total)}</strong>
        <span>{t('today.count', { count: today.count })}</span>
      </div>
      {today.rows.length === 0 ? <p className={styles.empty}>{t('today.empty')}</p> : null}
      <ol className={styles.rows} tabIndex={today.rows.length > 8 ? 0 : undefined}>
        {today.rows.map((row) => (
          <li key={row.id} data-mark={markOf(row)} data-status={row.status}>
            <time>{clockTime(row.at, zone)}</time>
            <span className={styles.sum}>{money(row.amount)}</span>
            <span className={styles.status}>{t(wordOf(row))}</span>
            {row.walletName === usual ? null : <span className={styles.wallet}>{row.walletName}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function wordOf(row: Row): `status.${Row['status']}` | 'mark.late' | 'today.toFinalize' {
  if (row.status !== 'approved') return `status.${row.status}`;
  if (row.finalized) return 'status.approved';
  return row.late ? 'mark.late' : 'today.toFinalize';
}

function markOf(row: Row): Mark {
  switch (row.status) {
    case 'approved':
      if (row.finalized) return 'paid';
      return row.late ? 'trouble' : 'open';
    case 'partially_refunded':
      return 'paid';
    case 'queued':
    case 'creating':
    case 'pending':
    case 'cancelling':
    case 'refund_pending':
      return 'open';
    case 'cancelled':
    case 'expired':
    case 'failed':
    case 'refunded':
      return 'ended';
  }
}
