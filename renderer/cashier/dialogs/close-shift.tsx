import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '../../components/action-bar.tsx';
import { money } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { Modal } from '../../components/modal.tsx';
import { clockTime } from '../../i18n/clock-time.ts';
import { useActions, useUi, useView } from '../till-context.ts';
import { OpenItemRow } from './open-item-row.tsx';
import styles from './dialog.module.css';

/** No shift closes over an open charge: each is named with what can be done, and the list empties as they end. */
export function CloseShift(): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const view = useView();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const items = view.unsettled.filter(({ holdsShift }) => holdsShift);
  const blocked = items.length > 0;
  // Skips charges that can only wait. The keys act on the first charge that a person can settle.
  const acting = items.find(({ ways }) => ways.some((way) => way !== 'wait'));
  const next = !blocked ? 'ready' : acting === undefined ? 'waiting' : 'blocked';
  const refused = error?.code === 'unsettled-charge' ? error.details?.['codes'] : undefined;
  const title = blocked
    ? t('closeShift.blockedTitle')
    : t('closeShift.title', { name: view.operator?.name ?? '' });
  return (
    <Modal screen="close-shift" title={title} wide={blocked}>
      {view.shift === null ? null : (
        <p className={styles.lead}>
          {t('closeShift.summary', {
            time: clockTime(view.shift.openedAt, view.zone),
            count: view.today.count,
            total: money(view.today.total),
          })}
        </p>
      )}
      <p className={styles.strong}>{t(`closeShift.${next}`)}</p>
      <ul className={styles.list}>
        {items.map((item) => (
          <OpenItemRow key={item.charge.id} item={item} acting={item === acting} />
        ))}
      </ul>
      {error === null ? null : <ErrorNote error={error} />}
      {/* The core's refusal names what it saw, should the list be a moment older. */}
      {typeof refused !== 'string' || blocked ? null : (
        <p className={styles.strong}>{t('closeShift.refused', { codes: refused })}</p>
      )}
      <ActionBar>
        <Button
          hotkey="Escape"
          home={blocked && acting?.ways.includes('finalize') !== true}
          onPress={() => actions.open(null)}
        >
          {t('act.back')}
        </Button>
        {blocked ? null : (
          <Button
            kind="primary"
            hotkey="Enter"
            home
            disabled={busy}
            onPress={() => void actions.closeShift()}
          >
            {t('act.closeShift')}
          </Button>
        )}
      </ActionBar>
    </Modal>
  );
}
