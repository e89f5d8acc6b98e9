import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../cashier/till-context.ts';
import { useKeys } from '../../components/keys/use-keys.ts';
import { money } from '../../components/amount.tsx';
import { go } from '../address.ts';
import { signed } from '../../components/signed.ts';
import { Filters } from './filters.tsx';
import { Report } from './report.tsx';
import { PaymentList } from './payment-list.tsx';
import { filterOf, readQuery, writeQuery, type Query } from './query.ts';
import { usePayments } from './use-payments.ts';
import styles from './payments.module.css';

/** Everything ever charged here, newest first, and the filters that stand in the address. */
export function Payments({
  query,
  onLeave,
}: {
  readonly query: string;
  readonly onLeave: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { zone, today } = useView();
  const asked = readQuery(query);
  const filter = filterOf(asked);
  const { question, rows, nextCursor, isLoading, sums, more } = usePayments(filter);
  // Rows of the filter before stand there until the new ones come: nobody opens what was not asked for.
  const isStale = question !== JSON.stringify(filter);
  const change = (part: Partial<Query>): void =>
    go({ section: 'payments', query: writeQuery({ ...asked, ...part }) });
  const [isReporting, setReporting] = useState(false);
  const clear = (): void => go({ section: 'payments', query: '' });
  useKeys({ Escape: onLeave, Delete: clear });
  return (
    <div className={styles.payments}>
      <Filters
        asked={asked}
        query={query}
        sums={sums}
        onChange={change}
        onClear={clear}
        onReport={() => setReporting(true)}
      />
      {isReporting ? <Report filter={filter} day={today.day} onDone={() => setReporting(false)} /> : null}
      <section className={styles.result} aria-label={t('payments.title')}>
        <p className={styles.sums} role="status" data-count={sums?.totals.count}>
          {sums === null ? (
            t('manager.loading')
          ) : (
            <>
              <strong>
                {sums.complete ? null : `${t('payments.atLeast')} `}
                {t('payments.count', { count: sums.totals.count })}
              </strong>
              <span>
                {t('payments.sums', {
                  paid: money(sums.totals.paid),
                  refunded: money(sums.totals.refunded),
                  net: signed(sums.totals.net),
                })}
              </span>
            </>
          )}
        </p>
        {rows.length === 0 && !isLoading && !isStale ? (
          <p className={styles.empty}>{t('payments.empty')}</p>
        ) : (
          <PaymentList
            rows={rows}
            zone={zone}
            isStale={isStale}
            onEnd={nextCursor === null ? undefined : more}
            onOpen={(id) => go({ section: 'payment', id, query })}
          />
        )}
      </section>
    </div>
  );
}
