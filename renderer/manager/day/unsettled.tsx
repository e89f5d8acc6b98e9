import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import type { TillView } from '../../../shared/contract/views.ts';
import { useView } from '../../cashier/till-context.ts';
import { money } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { WarningIcon } from '../../components/icons.tsx';
import { clockTime } from '../../i18n/clock-time.ts';
import { go } from '../address.ts';
import styles from './day.module.css';

type Why = 'late' | 'cancelling' | 'returning' | 'forced';

/** What is not settled, each with the reason and the way to it; contradictions and late money first. */
export function Unsettled(): ReactNode {
  const { t } = useTranslation();
  const view = useView();
  const items = itemsOf(view);
  const contradicted = view.notices.filter(({ code }) => code === 'forced-contradicted');
  if (items.length + contradicted.length === 0) {
    return (
      <p className={styles.settled} data-unsettled="0">
        {t('day.allSettled')}
      </p>
    );
  }
  return (
    <section className={styles.unsettled} data-unsettled={items.length} aria-label={t('day.open')}>
      <h3>
        <WarningIcon />
        {t('day.open')}
      </h3>
      <ul>
        {contradicted.map(({ id, code, detail }) => (
          <li key={id}>{t(`notice.${code}`, { detail })}</li>
        ))}
        {items.map(({ why, charge }, place) => (
          <li key={charge.id}>
            <span>
              <strong>{money(charge.paidAmount ?? charge.amount)}</strong>{' '}
              {clockTime(charge.createdAt, view.zone)} · {t(`day.${why}`, { name: charge.forced?.by ?? '' })}
            </span>
            <Button
              {...(place === 0 ? { hotkey: 'Enter' } : {})}
              onPress={() => go({ section: 'payment', id: charge.id, query: '' })}
            >
              {t('day.see')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function itemsOf({
  late,
  cancelling,
  returning,
  forced,
}: TillView): readonly { why: Why; charge: ChargeView }[] {
  const named = (why: Why, charges: readonly ChargeView[]): { why: Why; charge: ChargeView }[] =>
    charges.map((charge) => ({ why, charge }));
  return [
    ...named('late', late),
    ...named('cancelling', cancelling),
    ...named('returning', returning),
    ...named('forced', forced),
  ];
}
