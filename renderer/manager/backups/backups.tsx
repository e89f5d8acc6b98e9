import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupView } from '../../../shared/contract/closing.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { formatDateTime } from '../../../shared/domain/business-day/format-time.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { useShop } from '../../calls/shop-context.ts';
import { useAct } from '../../calls/use-act.ts';
import { useAnswer } from '../../calls/use-answer.ts';
import { ActionBar } from '../../components/action-bar.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { useKeys } from '../../components/keys/use-keys.ts';
import { RestoreBackup } from './restore-backup.tsx';
import styles from '../lists.module.css';

/** The backups, the fullest first, and the way back to one of them. */
export function Backups({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const { t } = useTranslation();
  const { zone } = useShop();
  const { act, busy, error, clear } = useAct();
  const { value, failed } = useAnswer('backup/list', {});
  const [made, setMade] = useState<BackupView | null>(null);
  const [chosen, setChosen] = useState(0);
  const [isRestoring, setRestoring] = useState(false);
  const [restored, setRestored] = useState<Output<'backup/restore'> | null>(null);
  const listed = value?.items ?? [];
  // The list is read again when the ledger moves. Until then the new backup is put above it.
  const items = made === null || listed.some(({ name }) => name === made.name) ? listed : [made, ...listed];
  const at = Math.min(chosen, Math.max(0, items.length - 1));
  const backup = items[at];
  const choose = (row: number): void => setChosen(Math.min(Math.max(0, row), items.length - 1));
  useKeys({ Escape: onLeave, ArrowDown: () => choose(at + 1), ArrowUp: () => choose(at - 1) });
  const backUp = async (): Promise<void> => {
    const reply = await act('backup/now', {});
    setMade(reply?.ok === true ? reply.value : null);
  };
  const restore = (): void => {
    clear();
    setRestoring(true);
  };
  return (
    <div className={styles.sheet} data-backups={items.length}>
      <p>{t('backups.detail')}</p>
      {backup === undefined ? (
        <p role="status">
          {t(failed ? 'reading.failed' : value === null ? 'reading.loading' : 'backups.none')}
        </p>
      ) : (
        <ul className={styles.list} aria-label={t('section.backups')} data-home="" tabIndex={0}>
          {items.map(({ name, madeAt, events, behind, verified }, row) => (
            <li key={name}>
              <button type="button" aria-current={row === at} onClick={() => setChosen(row)}>
                <span>{formatDateTime(epochMs(madeAt), zone)}</span>
                <span>
                  {t('backups.events', { count: events })} · {t('backups.behind', { count: behind })}
                </span>
                <strong>{t(verified ? 'backups.verified' : 'backups.unread')}</strong>
              </button>
            </li>
          ))}
        </ul>
      )}
      {made !== null ? <p role="status">{t('backups.made')}</p> : null}
      {restored === null ? null : (
        <p role="status" data-restored={restored.lost}>
          {t('backups.restored', {
            file: restored.setAside,
            salvaged: t('backups.salvaged', { count: restored.salvaged }),
            lost: t('backups.lost', { count: restored.lost }),
          })}
        </p>
      )}
      {error === null ? null : <ErrorNote error={error} />}
      <ActionBar>
        <Button hotkey="Escape" onPress={onLeave}>
          {t('section.leave')}
        </Button>
        <Button hotkey="F7" disabled={busy} onPress={() => void backUp()}>
          {t('backups.now')}
        </Button>
        {backup === undefined ? null : (
          <Button hotkey="F10" kind="danger" onPress={restore}>
            {t('backups.restore')}
          </Button>
        )}
      </ActionBar>
      {isRestoring && backup !== undefined ? (
        <RestoreBackup
          backup={backup}
          onDone={(answer) => {
            setRestoring(false);
            if (answer !== null) setRestored(answer);
          }}
        />
      ) : null}
    </div>
  );
}
