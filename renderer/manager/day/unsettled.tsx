import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import type { WayOut } from '../../../shared/contract/day-report.ts';
import { useView } from '../../cashier/till-context.ts';
import { money } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { WarningIcon } from '../../components/icons.tsx';
import { clockTime } from '../../i18n/clock-time.ts';
import { go } from '../address.ts';
import { WhyOpen } from '../why-open.tsx';
import styles from './day.module.css';

/**
 * What is not settled, each with the reason and its ways out; contradictions and late money first. Enter leads to the
 * first one, where each way has a key.
 */
export function Unsettled({ open }: { readonly open: Output<'manager/day'>['unsettled'] }): ReactNode {
  const { t } = useTranslation();
  const view = useView();
  const items = [...view.late, ...view.cancelling, ...view.returning, ...view.forced];
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
        {items.map((charge, place) => (
          <li key={charge.id}>
            <span>
              <strong>{money(charge.paidAmount ?? charge.amount)}</strong>{' '}
              {clockTime(charge.createdAt, view.zone)} · <WhyOpen charge={charge} />
              <Ways ways={open.find((each) => each.charge.id === charge.id)?.ways ?? []} />
            </span>
            <Button
              {...(place < 9 ? { hotkey: place === 0 ? 'Enter' : String(place + 1) } : {})}
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

/** What can be done about it: named here, done in the charge itself. */
function Ways({ ways }: { readonly ways: readonly WayOut[] }): ReactNode {
  const { t } = useTranslation();
  if (ways.length === 0) return null;
  const names = ways.map((way) => t(`way.${way}`)).join(' · ');
  return <small className={styles.ways}>{t('day.ways', { names })}</small>;
}
