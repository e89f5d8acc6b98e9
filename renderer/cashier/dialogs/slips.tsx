import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillView } from '../../../shared/contract/views.ts';
import { isAsking } from '../../../shared/domain/printer/print-state.ts';
import { ActionBar } from '../../components/action-bar.tsx';
import { money } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { Modal } from '../../components/modal.tsx';
import { clockTime } from '../../i18n/clock-time.ts';
import { BesidePaper } from '../paper/beside-paper.tsx';
import { useActions, useUi, useView } from '../till-context.ts';
import styles from './dialog.module.css';

type SlipView = NonNullable<TillView['printer']>['slips'][number];

/** Print jobs with unknown outcome, oldest first. The cashier confirms them one at a time. */
export function Slips(): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const { printer, zone } = useView();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const asking = printer?.slips.filter(isAsking) ?? [];
  const [slip, ...others] = asking;
  const settle = (method: 'printing/came-out' | 'printing/reprint' | 'printing/discard'): void => {
    if (slip !== undefined) void actions.act(method, { id: slip.id });
  };
  return (
    <Modal screen="slips" title={t('slips.title')} wide>
      {slip === undefined ? (
        <p className={styles.lead}>{t('slips.done')}</p>
      ) : (
        <BesidePaper subject={{ of: 'job', id: slip.id }}>
          <p className={styles.lead}>{t('slips.detail')}</p>
          <p className={styles.strong} data-slip={slip.document}>
            {nameOf(slip, t(`slip.${slip.document}`))} · {clockTime(slip.at, zone)}
          </p>
          {slip.reason === null ? null : (
            <p>{t(`printReason.${slip.reason}`, { printer: printer?.name ?? '' })}</p>
          )}
          {others.length === 0 ? null : (
            <p className={styles.lead}>{t('slips.strip', { count: asking.length })}</p>
          )}
        </BesidePaper>
      )}
      {error === null ? null : <ErrorNote error={error} />}
      <ActionBar>
        <Button hotkey="Escape" home={slip === undefined} onPress={() => actions.open(null)}>
          {t('act.back')}
        </Button>
        {slip === undefined ? null : (
          <>
            <Button hotkey="Delete" disabled={busy} onPress={() => settle('printing/discard')}>
              {t('slips.discard')}
            </Button>
            <Button hotkey="F6" disabled={busy} onPress={() => settle('printing/reprint')}>
              {t('slips.reprint')}
            </Button>
            <Button
              kind="primary"
              hotkey="Enter"
              home
              disabled={busy}
              onPress={() => settle('printing/came-out')}
            >
              {t('slips.cameOut')}
            </Button>
          </>
        )}
      </ActionBar>
    </Modal>
  );
}

function nameOf({ copy, amount }: SlipView, document: string): string {
  return `${document}${copy ? ' (2ª via)' : ''}${amount === null ? '' : ` ${money(amount)}`}`;
}
