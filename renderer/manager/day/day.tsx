import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../shared/domain/business-day/add-days.ts';
import { useAnswer } from '../../calls/use-answer.ts';
import { useShop } from '../../calls/shop-context.ts';
import { money } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { useKeys } from '../../components/keys/use-keys.ts';
import { zoneName } from '../../i18n/zone-name.ts';
import { go, here } from '../address.ts';
import { signed } from '../../components/signed.ts';
import { Bars } from './bars.tsx';
import { BesideUsual } from './beside-usual.tsx';
import { dateOf } from './dates.ts';
import { Late } from './late.tsx';
import { Shifts } from './shifts.tsx';
import { Unsettled } from './unsettled.tsx';
import styles from './day.module.css';

/** Shows one business day: the sales, the charges that are not settled, and the money by hour and wallet. */
export function Day({
  day,
  onLeave,
}: {
  readonly day: string | null;
  readonly onLeave: () => void;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const { zone, day: today, unsettled } = useShop();
  const { value, failed } = useAnswer('manager/day', day === null ? {} : { day });
  /** Moves from the day in the address, since the answer to the last key may still be on its way. Never goes beyond today. */
  const move = (days: number): void => {
    const place = here();
    const to = addDays((place.section === 'day' ? place.day : null) ?? today, days);
    if (to <= today) go({ section: 'day', day: to === today ? null : to });
  };
  useKeys({ Escape: onLeave });
  if (value === null) {
    return <p role="status">{t(failed ? 'reading.failed' : 'reading.loading')}</p>;
  }
  const { totals } = value;
  const date = dateOf(value.day, i18n.language);
  const named = value.isToday ? unsettled.length + value.attention.length : 0;
  // Today's charges that still need a person are listed above, with the reason.
  const late = value.late.filter(
    ({ id }) => !value.isToday || !unsettled.some(({ charge }) => charge.id === id),
  );
  return (
    <div className={styles.day} data-day={value.day}>
      <header className={styles.head}>
        {/* Another day is another heading, so that the focus comes to it and it is read. */}
        <h2 key={value.day} data-home="" tabIndex={-1}>
          {t(value.isToday ? 'day.today' : 'day.other', { date })}
        </h2>
        <Button hotkey="PageUp" kind="quiet" onPress={() => move(-1)}>
          {t('day.before')}
        </Button>
        <Button hotkey="PageDown" kind="quiet" disabled={(day ?? today) >= today} onPress={() => move(1)}>
          {t('day.after')}
        </Button>
      </header>
      {failed ? <p role="alert">{t('reading.failed')}</p> : null}
      {value.isToday ? <Unsettled attention={value.attention} /> : null}
      <dl className={styles.figures}>
        <div className={styles.hero}>
          <dt>{t('day.net')}</dt>
          <dd data-figure="net">{signed(totals.net)}</dd>
          <BesideUsual day={value.day} comparison={value.comparison} />
        </div>
        <Figure label={t('term.received')} value={money(totals.paid)} />
        <Figure label={t('term.refunded')} value={money(totals.refunded)} note={t('day.refundsOf')} />
        <Figure label={t('day.count')} value={t('term.number', { number: totals.paidCount })} />
        <Figure label={t('day.average')} value={value.average === null ? '—' : money(value.average)} />
      </dl>
      <Late late={late} day={value.day} from={named} />
      {totals.count === 0 ? (
        <>
          <p className={styles.empty}>{t('day.empty')}</p>
          <Shifts shifts={value.shifts} day={value.day} />
        </>
      ) : (
        <div className={styles.tables}>
          <Bars
            title={t('day.byHour')}
            label={t('term.time')}
            rows={value.byHour.map(({ hour, ...row }) => ({ key: `${hour}h`, ...row }))}
          />
          <div className={styles.column}>
            <Bars
              title={t('day.byWallet')}
              label={t('term.wallet')}
              rows={value.byWallet.map(({ name, ...row }) => ({ key: name, ...row }))}
            />
            <Bars
              title={t('day.byOperator')}
              label={t('role.operator')}
              rows={value.byOperator.map(({ name, ...row }) => ({ key: name, ...row }))}
            />
          </div>
          <Shifts shifts={value.shifts} day={value.day} />
        </div>
      )}
      <p className={styles.zone}>
        {t('shop.zone')}: {zoneName(t, zone)}
      </p>
    </div>
  );
}

function Figure({
  label,
  value,
  note,
}: {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}): ReactNode {
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd>{value}</dd>
      {note === undefined ? null : <dd className={styles.note}>{note}</dd>}
    </div>
  );
}
