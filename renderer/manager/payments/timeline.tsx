import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { formatDateTime } from '../../../shared/domain/business-day/format-time.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { useView } from '../../cashier/till-context.ts';
import { money } from '../../components/amount.tsx';
import { ptBR } from '../../i18n/pt-br/index.ts';
import styles from './payments.module.css';

type Known = keyof typeof ptBR.event;

/** What happened to a charge, from the ledger, in plain words: who, when, and what the gateway answered. */
export function Timeline({
  entries,
}: {
  readonly entries: Output<'manager/payment'>['timeline'];
}): ReactNode {
  const { t } = useTranslation();
  const { zone } = useView();
  return (
    <section className={styles.timeline} aria-label={t('payment.timeline')}>
      <h3>{t('payment.timeline')}</h3>
      <ol>
        {entries.map(({ seq, at, type, actorName, amount, detail }) => (
          <li key={seq} data-event={type}>
            <time>{formatDateTime(epochMs(at), zone, 'second')}</time>
            <span>
              <strong>{isKnown(type) ? t(`event.${type}`) : type}</strong>
              {amount === null ? null : ` ${money(amount)}`}
              <small>
                {actorName}
                {detail === null ? '' : ` · ${detail}`}
              </small>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function isKnown(type: string): type is Known {
  return Object.hasOwn(ptBR.event, type);
}
