import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClosingView } from '../../../shared/contract/closing.ts';
import { formatDateTime } from '../../../shared/domain/business-day/format-time.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { money } from '../amount.tsx';
import styles from './closing-sheet.module.css';

/** What of a shift is out of the ordinary, its first and last charge, and what proves the sheet. */
export function ClosingFacts({ closing }: { readonly closing: ClosingView }): ReactNode {
  const { t } = useTranslation();
  const { late, forced, earlier, firstCharge, lastCharge, zone, head } = closing;
  const sum = ({ count, total }: ClosingView['late']): string =>
    count === 0 ? t('closing.none') : t('closing.sum', { number: count, total: money(total) });
  const edge = (charge: NonNullable<ClosingView['firstCharge']>): string =>
    t('closing.edge', {
      time: formatDateTime(epochMs(charge.at), zone),
      amount: money(charge.amount),
      code: charge.shortCode,
    });
  const isMixed = earlier.received.count + earlier.refunded.count > 0;
  return (
    <dl className={styles.facts}>
      <dt>{t('closing.late')}</dt>
      <dd data-fact="late">{sum(late)}</dd>
      <dt>{t('closing.forced')}</dt>
      <dd data-fact="forced">{sum(forced)}</dd>
      {isMixed ? (
        <>
          <dt>{t('closing.earlier')}</dt>
          <dd data-fact="earlier">
            {t('closing.earlierSums', {
              received: money(earlier.received.total),
              refunded: money(earlier.refunded.total),
            })}
          </dd>
        </>
      ) : null}
      {firstCharge === null || lastCharge === null ? null : (
        <>
          <dt>{t('closing.first')}</dt>
          <dd>{edge(firstCharge)}</dd>
          <dt>{t('closing.last')}</dt>
          <dd>{edge(lastCharge)}</dd>
        </>
      )}
      <dt>{t('closing.head', { row: head.seq })}</dt>
      <dd className={styles.hash} data-hash={head.hash}>
        {head.hash.match(/.{1,8}/g)?.join(' ')}
      </dd>
    </dl>
  );
}
