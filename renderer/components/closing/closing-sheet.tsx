import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../shared/domain/business-day/format-time.ts';
import type { ClosingView } from '../../../shared/contract/closing.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { money } from '../amount.tsx';
import { signed } from '../signed.ts';
import { ClosingFacts } from './closing-facts.tsx';
import styles from './closing-sheet.module.css';

/** `21/11` of `2026-11-21`. */
function shortDay(day: string): string {
  return `${day.slice(8)}/${day.slice(5, 7)}`;
}

/** Shows a closing (`fechamento`), at the end of the shift and in the list of closings. */
export function ClosingSheet({ closing }: { readonly closing: ClosingView }): ReactNode {
  const { t } = useTranslation();
  const { zone, days } = closing;
  const at = (instant: number): string => formatDateTime(epochMs(instant), zone);
  return (
    <div className={styles.sheet} data-closing={closing.id}>
      <p className={styles.who}>
        {t('closing.who', {
          till: closing.till,
          operator: closing.operator,
          from: at(closing.openedAt),
          to: at(closing.closedAt),
        })}
      </p>
      {days.length > 1 ? (
        <p className={styles.days} data-days={days.length}>
          {t('closing.days', { first: shortDay(days[0] ?? ''), last: shortDay(days.at(-1) ?? '') })}
        </p>
      ) : null}
      <dl className={styles.totals}>
        <Total name={t('term.received')} sum={money(closing.received.total)} />
        <Total name={t('term.refunded')} sum={signed(-closing.refunds.total)} />
        <Total name={t('closing.net')} sum={signed(closing.net)} strong />
      </dl>
      <div className={styles.tables}>
        <ByWallet closing={closing} />
        <ByStatus closing={closing} />
      </div>
      <ClosingFacts closing={closing} />
    </div>
  );
}

function Total({
  name,
  sum,
  strong = false,
}: {
  readonly name: string;
  readonly sum: string;
  readonly strong?: boolean;
}): ReactNode {
  return (
    <div className={strong ? styles.strong : ''}>
      <dt>{name}</dt>
      <dd>{sum}</dd>
    </div>
  );
}

function ByWallet({ closing }: { readonly closing: ClosingView }): ReactNode {
  const { t } = useTranslation();
  return (
    <table className={styles.table} data-table="wallets">
      <thead>
        <tr>
          <th scope="col">{t('term.wallet')}</th>
          <th scope="col">{t('term.received')}</th>
          <th scope="col">{t('term.refunded')}</th>
        </tr>
      </thead>
      <tbody>
        {closing.byWallet.map(({ wallet, walletName, received, refunded }) => (
          <tr key={wallet}>
            <th scope="row">{walletName}</th>
            <td>
              {money(received.total)} <span className={styles.count}>({received.count})</span>
            </td>
            <td>
              {money(refunded.total)} <span className={styles.count}>({refunded.count})</span>
            </td>
          </tr>
        ))}
        {closing.byWallet.length === 0 ? (
          <tr>
            <td colSpan={3}>{t('closing.nothing')}</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

function ByStatus({ closing }: { readonly closing: ClosingView }): ReactNode {
  const { t } = useTranslation();
  return (
    <table className={styles.table} data-table="statuses">
      <thead>
        <tr>
          <th scope="col">{t('payments.status')}</th>
          <th scope="col">{t('closing.count')}</th>
          <th scope="col">{t('term.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {closing.byStatus.map(({ status, count, total }) => (
          <tr key={status} data-status={status}>
            <th scope="row">{t(`panel.${status}`)}</th>
            <td>{count}</td>
            <td>{money(total)}</td>
          </tr>
        ))}
        {closing.byStatus.length === 0 ? (
          <tr>
            <td colSpan={3}>{t('closing.noCharges')}</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}
