import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../shared/domain/business-day/format-time.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { useCan } from '../../calls/port-context.ts';
import { useShop } from '../../calls/shop-context.ts';
import { useAct } from '../../calls/use-act.ts';
import { usePages } from '../../calls/use-pages.ts';
import { ActionBar } from '../../components/action-bar.tsx';
import { Button } from '../../components/button.tsx';
import { ClosingSheet } from '../../components/closing/closing-sheet.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { useKeys } from '../../components/keys/use-keys.ts';
import { signed } from '../../components/signed.ts';
import { ReadFailed } from '../read-failed.tsx';
import styles from '../lists.module.css';

/** Every shift that was closed, and its sheet beside it. A closing never changes; it can be printed again. */
export function Closings({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const { t } = useTranslation();
  const { printer } = useShop();
  const canPrint = useCan('slips') && printer;
  const { act, busy, error } = useAct();
  const { items, isRead, failed, again, more } = usePages('closing/list');
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, Math.max(0, items.length - 1));
  const closing = items[at];
  const choose = (row: number): void => {
    setChosen(Math.min(Math.max(0, row), items.length - 1));
    if (row > items.length - 5) more?.();
  };
  useKeys({ Escape: onLeave, ArrowDown: () => choose(at + 1), ArrowUp: () => choose(at - 1) });
  if (closing === undefined) {
    if (failed) return <ReadFailed isOld={false} onAgain={again} />;
    return <p role="status">{t(isRead ? 'closings.none' : 'reading.loading')}</p>;
  }
  return (
    <div className={styles.beside}>
      <ul className={styles.list} aria-label={t('section.closings')} data-home="" tabIndex={0}>
        {items.map(({ id, closedAt, zone, operator, net }, row) => (
          <li key={id}>
            <button
              type="button"
              aria-current={row === at}
              data-closing-row={id}
              onClick={() => setChosen(row)}
            >
              <span>{formatDateTime(epochMs(closedAt), zone)}</span>
              <span>{operator}</span>
              <strong>{signed(net)}</strong>
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.sheet}>
        {failed ? <ReadFailed isOld onAgain={again} /> : null}
        <ClosingSheet closing={closing} />
        {error === null ? null : <ErrorNote error={error} />}
        <ActionBar>
          <Button hotkey="Escape" onPress={onLeave}>
            {t('section.leave')}
          </Button>
          {canPrint ? (
            <Button
              hotkey="F6"
              disabled={busy}
              onPress={() => void act('closing/print-again', { id: closing.id })}
            >
              {t('closings.print')}
            </Button>
          ) : null}
        </ActionBar>
      </div>
    </div>
  );
}
