import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { formatDateTime } from '../../../shared/domain/business-day/format-time.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { useShop } from '../../calls/shop-context.ts';
import { useCan } from '../../calls/port-context.ts';
import { useAnswer } from '../../calls/use-answer.ts';
import { money } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { WhatIsWrong } from '../../components/charge/what-is-wrong.tsx';
import { WhyOpen } from '../../components/charge/why-open.tsx';
import { useTitle } from '../../components/use-title.ts';
import { go } from '../address.ts';
import { PersonalData } from './personal-data.tsx';
import { Timeline } from './timeline.tsx';
import { WaysOut } from './ways-out.tsx';
import styles from './payments.module.css';

/** Shows one charge: its data, its timeline, and the possible acts. */
export function Payment({ id, query }: { readonly id: string; readonly query: string }): ReactNode {
  const { t } = useTranslation();
  const canSaveFile = useCan('save-dialog');
  const [isDataOpen, setDataOpen] = useState(false);
  const { value, failed } = useAnswer('manager/payment', { id });
  const back = (): void => go({ section: 'payments', query, chosen: id });
  useTitle(value === null ? null : t('term.charge', { code: value.charge.shortCode }));
  if (value === null) return <p role="status">{t(failed ? 'reading.failed' : 'reading.loading')}</p>;
  const { charge } = value;
  return (
    <div className={styles.payment} data-payment={charge.id} data-status={charge.status}>
      <h2 data-home="" tabIndex={-1}>
        {t('term.charge', { code: charge.shortCode })}
        <span className={styles.word} data-word={value.panel}>
          {t(`panel.${value.panel}`)}
        </span>
        {charge.late && charge.settled ? <span className={styles.late}>{t('payment.late')}</span> : null}
        <WhyOpen why={value.why} forced={charge.forced} />
        <WhatIsWrong charge={charge} />
      </h2>
      <div
        className={styles.detail}
        role="region"
        aria-label={t('term.charge', { code: charge.shortCode })}
        tabIndex={0}
      >
        <Facts payment={value} />
        <Timeline entries={value.timeline} verdict={charge.forced?.verdict ?? null} />
      </div>
      {value.refundIsOld && value.refundable > 0 ? (
        <p className={styles.warning}>{t('payment.old')}</p>
      ) : null}
      {value.hasCpf ? <p className={styles.warning}>{t('personalData.cpf')}</p> : null}
      <WaysOut
        charge={charge}
        ways={value.ways}
        wasPrinted={value.timeline.some(({ type }) => type === 'put-on-paper')}
      >
        <Button hotkey="Escape" onPress={back}>
          {t('payment.back')}
        </Button>
        {canSaveFile ? (
          <Button hotkey="Ctrl+D" kind="quiet" onPress={() => setDataOpen(true)}>
            {t('personalData.open')}
          </Button>
        ) : null}
      </WaysOut>
      {isDataOpen ? <PersonalData charge={charge} onDone={() => setDataOpen(false)} /> : null}
    </div>
  );
}

type Fact = readonly [label: string, text: string | null];

function Facts({ payment }: { readonly payment: Output<'manager/payment'> }): ReactNode {
  const { t } = useTranslation();
  const { zone } = useShop();
  const { charge, store, till, attempts, textsErased } = payment;
  const ordersOf = (tried: typeof attempts): Fact[] => {
    if (tried.length === 1) return tried.map(({ orderId }) => [t('payment.order'), orderId]);
    return tried.map(({ no, status, orderId }) => [
      t('payment.orderNo', { no, status: t(`attempt.${status}`) }),
      orderId ?? t('term.none'),
    ]);
  };
  const facts: readonly Fact[] = [
    [t('term.time'), formatDateTime(epochMs(charge.createdAt), zone, 'second')],
    [t('term.amount'), money(charge.amount)],
    [t('term.received'), charge.paidAmount === null ? null : money(charge.paidAmount)],
    [t('term.refunded'), charge.refundedAmount === 0 ? null : money(charge.refundedAmount)],
    [t('term.wallet'), charge.walletName],
    [t('role.operator'), charge.operator],
    [t('term.till'), store === null ? till : `${till} · ${store}`],
    [t('payment.reference'), charge.reference],
    [t('payment.endToEnd'), charge.endToEndId],
    ...ordersOf(attempts),
    [
      t('personalData.texts'),
      textsErased === null
        ? null
        : t('personalData.erased', {
            name: textsErased.byName,
            at: formatDateTime(epochMs(textsErased.at), zone),
          }),
    ],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([label, text]) =>
        text === null ? null : (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
