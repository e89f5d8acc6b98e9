import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { formatDateTime, formatTime } from '../../../shared/domain/business-day/format-time.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { useShop } from '../../calls/shop-context.ts';
import { money } from '../../components/amount.tsx';
import { SupportDetails } from '../../components/support-details.tsx';
import { meaningText } from '../../i18n/why-text.ts';
import { useViaText } from '../use-via-text.ts';
import { ptBR } from '../../i18n/pt-br/index.ts';
import styles from './payments.module.css';

type Known = keyof typeof ptBR.event;
type Entry = Output<'manager/payment'>['timeline'][number];

/** Shows the events of a charge in words: who, how, when, and the gateway's answer. */
export function Timeline({
  entries,
  verdict,
}: {
  readonly entries: Output<'manager/payment'>['timeline'];
  /** Whether later proof confirms or contradicts a settlement without proof. Null without one. */
  readonly verdict: NonNullable<ChargeView['forced']>['verdict'] | null;
}): ReactNode {
  const { t } = useTranslation();
  const { zone } = useShop();
  const viaText = useViaText();
  return (
    <section className={styles.timeline} aria-label={t('term.whatHappened')}>
      <h3>{t('term.whatHappened')}</h3>
      <ol>
        {entries.map((entry) => (
          <li key={entry.seq} data-event={kindOf(entry)}>
            <time>{formatDateTime(epochMs(entry.at), zone, 'second')}</time>
            <span>
              <strong>{t(`event.${kindOf(entry)}`)}</strong>
              {amountOf(entry) === null ? null : ` ${money(amountOf(entry) ?? 0)}`}
              <small>
                {[
                  [entry.actorName, viaText(entry.via)].filter(Boolean).join(', '),
                  entry.outcome === null ? null : t(`outcome.${entry.outcome}`),
                  entry.type === 'forced' && verdict !== null ? t(`verdict.${verdict}`) : null,
                  entry.cause === null ? null : t(`cause.${entry.cause}`),
                  entry.reason ?? meaningText(t, entry.message ?? ''),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
          </li>
        ))}
      </ol>
      <SupportDetails texts={entries.flatMap((entry) => foreignText(entry, zone))} />
    </section>
  );
}

/** Returns the texts of the gateway and of the network in an event, with its time. */
function foreignText({ at, type, rawWord, message }: Entry, zone: string): readonly string[] {
  const texts = [rawWord, message].filter((text) => text !== null && text !== '');
  return texts.length === 0
    ? []
    : [`${formatTime(epochMs(at), zone, 'second')} · ${type} · ${texts.join(' · ')}`];
}

/** The words depend on the gateway's word. */
function kindOf({ type, word }: Entry): Known {
  if (type !== 'seen') return type;
  const kind = `seen-${word ?? 'unknown'}`;
  return Object.hasOwn(ptBR.event, kind) ? (kind as Known) : 'seen-unknown';
}

function amountOf({ amount, paidAmount }: Entry): number | null {
  return amount ?? paidAmount;
}
