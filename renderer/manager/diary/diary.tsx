import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../shared/domain/business-day/format-time.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { useShop } from '../../calls/shop-context.ts';
import { usePages } from '../../calls/use-pages.ts';
import { money } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { useKeys } from '../../components/keys/use-keys.ts';
import { ReadFailed } from '../read-failed.tsx';
import { useViaText } from '../use-via-text.ts';
import { Said } from './said.tsx';
import styles from '../lists.module.css';

/** Shows the diary: PINs, settings, refunds, settlements without proof, closings, who acted, and how the request came. */
export function Diary({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const { t } = useTranslation();
  const { zone } = useShop();
  const viaText = useViaText();
  const { items, isRead, failed, again, more } = usePages('diary/list');
  useKeys({ Escape: onLeave });
  if (items.length === 0) {
    if (failed) return <ReadFailed isOld={false} onAgain={again} />;
    return <p role="status">{t(isRead ? 'diary.none' : 'reading.loading')}</p>;
  }
  return (
    <div className={styles.scroll} data-home="" tabIndex={0} role="region" aria-label={t('section.diary')}>
      {failed ? <ReadFailed isOld onAgain={again} /> : null}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('diary.when')}</th>
            <th scope="col">{t('diary.who')}</th>
            <th scope="col">{t('diary.what')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ seq, at, kind, actorName, via, amount, shortCode, detail }) => (
            <tr key={seq} data-diary={kind}>
              <td>{formatDateTime(epochMs(at), zone, 'second')}</td>
              <td>
                {actorName}
                {viaText(via) === null ? null : <small>{viaText(via)}</small>}
              </td>
              <td>
                <strong>{t(`diaryKind.${kind}`)}</strong>
                {amount === null ? '' : ` ${money(amount)}`}
                {shortCode === null ? '' : ` · ${shortCode}`}
                <Said kind={kind} detail={detail} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more === null ? null : (
        <Button hotkey="PageDown" onPress={more}>
          {t('diary.more')}
        </Button>
      )}
    </div>
  );
}
