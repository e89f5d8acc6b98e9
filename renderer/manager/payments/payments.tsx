import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShop } from '../../calls/shop-context.ts';
import { useAct } from '../../calls/use-act.ts';
import { Button } from '../../components/button.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { useKeys } from '../../components/keys/use-keys.ts';
import { money } from '../../components/amount.tsx';
import { go } from '../address.ts';
import { signed } from '../../components/signed.ts';
import { ReadFailed } from '../read-failed.tsx';
import { Filters } from './filters.tsx';
import { Report } from './report.tsx';
import { PaymentList } from './payment-list.tsx';
import { filterOf, isOneDay, readQuery, ruling, writeQuery, type Query } from './query.ts';
import { usePayments } from './use-payments.ts';
import styles from './payments.module.css';

/** Every charge, newest first, and the filters that the address holds. */
export function Payments({
  query,
  chosen,
  onLeave,
}: {
  readonly query: string;
  /** The id of the charge that was open before the list. */
  readonly chosen: string | null;
  readonly onLeave: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { zone, day } = useShop();
  const asked = readQuery(query);
  const filter = filterOf(asked);
  // Rows of the last filter are shown until the new ones come. They cannot be opened.
  const { question, rows, sums, isStale, failed, again, more } = usePayments(filter, chosen);
  const change = (part: Partial<Query>): void =>
    go({ section: 'payments', query: writeQuery({ ...asked, ...part }) });
  const [isReporting, setReporting] = useState(false);
  const clear = (): void => go({ section: 'payments', query: '' });
  const acts = useAct();
  const report = (): void => {
    acts.clear();
    setReporting(true);
  };
  useKeys({ Escape: onLeave });
  return (
    <div className={styles.payments}>
      <Filters asked={asked} sums={sums} onChange={change} onClear={clear} onReport={report} acts={acts} />
      {isReporting ? <Report filter={filter} day={day} onDone={() => setReporting(false)} /> : null}
      <section className={styles.result} aria-label={t('section.payments')}>
        {acts.error === null ? null : <ErrorNote error={acts.error} />}
        {failed ? <ReadFailed isOld={sums !== null} onAgain={again} /> : null}
        <p className={styles.sums} role="status" data-count={sums?.totals.count}>
          {sums === null ? (
            !failed && t('reading.loading')
          ) : (
            <>
              <strong>
                {sums.complete ? null : `${t('payments.atLeast')} `}
                {t('payments.count', { count: sums.totals.count })}
              </strong>
              <span>
                {sums.complete ? null : `${t('payments.atLeast')} `}
                {t('payments.sums', {
                  paid: money(sums.totals.paid),
                  refunded: money(sums.totals.refunded),
                  net: signed(sums.totals.net),
                })}
              </span>
            </>
          )}
        </p>
        {rows.length === 0 && !isStale ? (
          <div className={styles.empty} data-home="" tabIndex={-1}>
            {ruling(asked) === 'all' ? (
              <p>{t('payments.empty')}</p>
            ) : (
              <>
                <p>{t('payments.emptyPeriod')}</p>
                <Button hotkey="Enter" onPress={() => change({ period: 'all', from: '', to: '' })}>
                  {t('payments.everywhere')}
                </Button>
              </>
            )}
          </div>
        ) : rows.length === 0 && failed ? null : (
          <PaymentList
            rows={rows}
            question={question}
            from={chosen}
            zone={zone}
            isStale={isStale}
            byDay={!isOneDay(filter)}
            onEnd={more}
            onOpen={(id) => go({ section: 'payment', id, query })}
          />
        )}
      </section>
    </div>
  );
}
