import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenItem } from '../../../shared/contract/open-item.ts';
import { money } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { WhatIsWrong } from '../../components/charge/what-is-wrong.tsx';
import { WhyOpen } from '../../components/charge/why-open.tsx';
import { dayTime } from '../../i18n/day-time.ts';
import { useActions, useUi, useView } from '../till-context.ts';
import styles from './open-item-row.module.css';

/** One charge that the closing waits for: its name, why, and what can be done. The mouse reaches each row's buttons. */
export function OpenItemRow({
  item,
  acting,
}: {
  readonly item: OpenItem;
  /** The keys work on this one: the first that a person can settle. */
  readonly acting: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const { zone, today } = useView();
  const busy = useUi((state) => state.busy !== null);
  const { charge, why, ways } = item;
  const key = (name: string): { hotkey?: string } => (acting ? { hotkey: name } : {});
  return (
    <li className={styles.row} data-open-item={why}>
      <span className={styles.name}>
        <strong>{money(charge.paidAmount ?? charge.amount)}</strong>
        <small>
          <span>{dayTime(charge.createdAt, today.day, zone)}</span>
          <span>{charge.shortCode}</span>
        </small>
      </span>
      <span className={styles.why}>
        <WhyOpen why={why} forced={charge.forced} />
        <WhatIsWrong charge={charge} />
      </span>
      <span className={styles.steps}>
        {ways.includes('refund') ? (
          <Button
            {...key('F10')}
            disabled={busy}
            onPress={() => actions.open({ kind: 'refund', chargeId: charge.id, back: 'close-shift' })}
          >
            {t('way.refund')}
          </Button>
        ) : null}
        {ways.includes('finalize') ? (
          <Button
            {...key('Enter')}
            kind="primary"
            home={acting}
            disabled={busy}
            onPress={() => void actions.finalize(charge)}
          >
            {t(charge.late ? 'late.use' : 'way.finalize')}
          </Button>
        ) : null}
        {ways.includes('force') ? (
          <Button
            {...key('F7')}
            disabled={busy}
            onPress={() => actions.open({ kind: 'force', chargeId: charge.id })}
          >
            {t('way.force')}
          </Button>
        ) : null}
        {ways.includes('cancel') ? (
          <Button
            {...key('Delete')}
            kind="danger"
            disabled={busy}
            onPress={() => void actions.cancel(charge)}
          >
            {t('way.cancel')}
          </Button>
        ) : null}
      </span>
    </li>
  );
}
