import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { money } from '../../../components/amount.tsx';
import { HoldIcon, TickIcon } from '../../../components/icons.tsx';
import { useView } from '../../till-context.ts';
import styles from './news.module.css';

/** Shows what became of the earlier charges, one line each, so that the sale that just ended is not in doubt. */
export function News(): ReactNode {
  const { t } = useTranslation();
  const { cancelling, returning, forced, lastEnded } = useView();
  const back = lastEnded?.status === 'refunded' && lastEnded.finalizedAt === null;
  const done = lastEnded?.status === 'approved' && lastEnded.finalizedAt !== null;
  const dropped = lastEnded?.status === 'cancelled' || lastEnded?.status === 'expired';
  return (
    <div className={styles.news} role="status">
      {cancelling.map((charge) => (
        <p key={charge.id} className={styles.open} data-news="cancelling">
          <HoldIcon />
          {t('sell.cancelling', { amount: money(charge.amount) })}
        </p>
      ))}
      {returning.map((charge) => (
        <p key={charge.id} className={styles.open} data-news="returning">
          <HoldIcon />
          {t(charge.problem?.code === 'unknown-word' ? 'sell.returningInDoubt' : 'sell.returning', {
            amount: money(charge.paidAmount ?? charge.amount),
          })}
        </p>
      ))}
      {forced.map((charge) => (
        <p key={charge.id} className={styles.open} data-news="forced">
          <HoldIcon />
          {t('sell.forced', { amount: money(charge.amount), name: charge.forced?.by ?? '' })}
        </p>
      ))}
      {dropped ? (
        <p className={styles.ended} data-news={lastEnded.status}>
          {t('sell.cancelled', { amount: money(lastEnded.amount) })}
        </p>
      ) : null}
      {back ? (
        <p className={styles.ended} data-news="refunded">
          {t('sell.refunded', { amount: money(lastEnded.refundedAmount) })}
        </p>
      ) : null}
      {done ? (
        <p className={styles.done} data-news="finalized">
          <TickIcon />
          {t('sell.finalized', { amount: money(lastEnded.paidAmount ?? lastEnded.amount) })}
        </p>
      ) : null}
    </div>
  );
}
