import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { money } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import type { OpenItem } from '../open-items.ts';
import { useActions, useUi } from '../till-context.ts';
import styles from './open-item-row.module.css';

/** The keys work on the first item that a person can settle; the mouse reaches each. */
export function OpenItemRow({
  item,
  acting,
}: {
  readonly item: OpenItem;
  readonly acting: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const busy = useUi((state) => state.busy !== null);
  const { charge, why, step } = item;
  const key = (name: string): { hotkey?: string } => (acting ? { hotkey: name } : {});
  return (
    <li className={styles.row} data-open-item={why}>
      <strong>{money(charge.amount)}</strong>
      <span className={styles.why}>{t(`closeShift.${why}`)}</span>
      <span className={styles.steps}>
        {step === 'use' ? (
          <Button
            {...key('F10')}
            disabled={busy || charge.refundable === 0}
            onPress={() => actions.open({ kind: 'refund', chargeId: charge.id, back: 'close-shift' })}
          >
            {t('closeShift.refund')}
          </Button>
        ) : null}
        {step === 'use' || step === 'finalize' ? (
          <Button
            {...key('Enter')}
            kind="primary"
            home={acting}
            disabled={busy}
            onPress={() => void actions.finalize(charge)}
          >
            {t(`closeShift.${step}`)}
          </Button>
        ) : null}
        {step === 'force' ? (
          <Button
            {...key('F7')}
            disabled={busy}
            onPress={() => actions.open({ kind: 'force', chargeId: charge.id })}
          >
            {t('closeShift.force')}
          </Button>
        ) : null}
        {step === 'cancel' ? (
          <Button
            {...key('Delete')}
            kind="danger"
            disabled={busy}
            onPress={() => void actions.cancel(charge)}
          >
            {t('closeShift.cancel')}
          </Button>
        ) : null}
      </span>
    </li>
  );
}
