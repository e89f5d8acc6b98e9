import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { useShop } from '../../calls/shop-context.ts';
import { WhatIsWrong } from '../../components/charge/what-is-wrong.tsx';
import { WhyOpen } from '../../components/charge/why-open.tsx';
import { WarningIcon } from '../../components/icons.tsx';
import { Item } from './item.tsx';
import styles from './day.module.css';

/**
 * Shows every charge that is not settled. First those that need a person or hold the closing of the shift, each with the reason
 * and its ways out. Below them those that the core settles.
 */
export function Unsettled({ attention }: { readonly attention: readonly ChargeView[] }): ReactNode {
  const { t } = useTranslation();
  const { unsettled } = useShop();
  const holding = unsettled.filter(({ holdsShift }) => holdsShift);
  const underWay = unsettled.filter(({ holdsShift }) => !holdsShift);
  const count = holding.length + attention.length;
  if (unsettled.length + attention.length === 0) {
    return (
      <p className={styles.settled} data-unsettled="0">
        {t('day.noneOpen')}
      </p>
    );
  }
  return (
    <>
      {count === 0 ? (
        <p className={styles.settled} data-unsettled="0">
          {t('day.noneOpen')}
        </p>
      ) : (
        <section className={styles.unsettled} data-unsettled={count} aria-label={t('day.open')}>
          <h3>
            <WarningIcon />
            {t('day.open')}
          </h3>
          <ul>
            {attention.map((charge, place) => (
              <Item key={charge.id} charge={charge} place={place}>
                <WhatIsWrong charge={charge} />
              </Item>
            ))}
            {holding.map(({ charge, why, ways }, place) => (
              <Item key={charge.id} charge={charge} place={attention.length + place} ways={ways}>
                <WhyOpen why={why} forced={charge.forced} />
                <WhatIsWrong charge={charge} />
              </Item>
            ))}
          </ul>
        </section>
      )}
      {underWay.length === 0 ? null : (
        <section className={styles.underWay} data-under-way={underWay.length} aria-label={t('day.underWay')}>
          <h3>{t('day.underWay')}</h3>
          <ul>
            {underWay.map(({ charge, why, ways }, place) => (
              <Item key={charge.id} charge={charge} place={count + place} ways={ways}>
                <WhyOpen why={why} forced={charge.forced} />
                <WhatIsWrong charge={charge} />
              </Item>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
