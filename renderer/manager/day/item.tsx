import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import type { WayOut } from '../../../shared/contract/open-item.ts';
import { useShop } from '../../calls/shop-context.ts';
import { money } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { dayTime } from '../../i18n/day-time.ts';
import { go } from '../address.ts';
import styles from './day.module.css';

/** Keys that lead to a charge of the day: Enter to the first, and 2 to 9. The rest is reached with Tab. */
const keyOf = (place: number): { hotkey?: string } =>
  place < 9 ? { hotkey: place === 0 ? 'Enter' : String(place + 1) } : {};

/** Shows one charge of the day with amount, code, time, its notes, and the key that opens it. */
export function Item({
  charge,
  place,
  day,
  ways = [],
  children,
}: {
  readonly charge: ChargeView;
  /** Its place among all the charges that the day names, from 0. */
  readonly place: number;
  /** The day of the screen. A time of another day is shown with its date. Today by default. */
  readonly day?: string;
  readonly ways?: readonly WayOut[];
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const { zone, day: today } = useShop();
  return (
    <li data-charge={charge.id}>
      <span className={styles.what}>
        <span>
          <strong>{money(charge.paidAmount ?? charge.amount)}</strong>{' '}
          {dayTime(charge.createdAt, day ?? today, zone)} · {charge.shortCode}
        </span>
        {children}
        {/* What can be done about it: named here, done in the charge itself. */}
        {ways.length === 0 ? null : (
          <small>{t('day.ways', { names: ways.map((way) => t(`way.${way}`)).join(' · ') })}</small>
        )}
      </span>
      <Button {...keyOf(place)} onPress={() => go({ section: 'payment', id: charge.id, query: '' })}>
        {t('day.see')}
      </Button>
    </li>
  );
}
