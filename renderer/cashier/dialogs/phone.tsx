import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { INTERRUPTIONS } from '../../../shared/domain/training/interruption.ts';
import { money } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { Modal } from '../../components/modal.tsx';
import { trainingTarget } from '../training-target.ts';
import { useActions, useUi, useView } from '../till-context.ts';
import styles from './dialog.module.css';

const ACTS = ['pay', 'pay-late', 'pay-other-amount', 'nothing', 'pay-twice'] as const;

/** Training only: plays the customer's phone, and an internet or a gateway in trouble. */
export function Phone(): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const view = useView();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const target = useUi((state) => trainingTarget(view, state));
  return (
    <Modal screen="phone" title={t('phone.title')}>
      <p className={styles.lead}>{t('phone.detail')}</p>
      <p className={styles.strong}>
        {target === null ? t('phone.noTarget') : t('phone.target', { amount: money(target.amount) })}
      </p>
      {error === null ? null : <ErrorNote error={error} />}
      <div className={styles.list}>
        {ACTS.map((act, index) => (
          <Button
            key={act}
            hotkey={String(index + 1)}
            home={index === 0}
            disabled={busy || target === null}
            onPress={() => void actions.training(act)}
          >
            {t(`phone.${act}`)}
          </Button>
        ))}
        {INTERRUPTIONS.map((how, index) => (
          <Button
            key={how}
            hotkey={String(ACTS.length + index + 1)}
            disabled={busy}
            onPress={() => void actions.interruptTraining(how)}
          >
            {t(`phone.${how}`)}
          </Button>
        ))}
        <Button kind="quiet" hotkey="Escape" onPress={() => actions.open(null)}>
          {t('act.close')}
        </Button>
      </div>
      {view.trainingPhoneUrl === null ? null : (
        <p className={styles.small}>{t('phone.page', { url: view.trainingPhoneUrl })}</p>
      )}
    </Modal>
  );
}
