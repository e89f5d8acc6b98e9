import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportFormat, ReportProgress } from '../../../shared/contract/exports.ts';
import type { PaymentFilter } from '../../../shared/contract/payments.ts';
import { useActions, useCashier, useUi } from '../../cashier/till-context.ts';
import { ActionBar } from '../../components/action-bar.tsx';
import { Button } from '../../components/button.tsx';
import { ChoiceGroup } from '../../components/choice-group.tsx';
import { ErrorNote, Problem } from '../../components/error-note.tsx';
import { Modal } from '../../components/modal.tsx';
import styles from '../manager.module.css';

/** The list as a file: a kind, a place in the system's own dialog, and how far the writing is. */
export function Report({
  filter,
  day,
  onDone,
}: {
  readonly filter: PaymentFilter;
  readonly day: string;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { bridge } = useCashier();
  const actions = useActions();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const [format, setFormat] = useState<ReportFormat>('xlsx');
  const [started, setStarted] = useState<string | null>(null);
  const [progress, setProgress] = useState<ReportProgress | null>(null);
  useEffect(() => bridge.subscribe('report/progress', setProgress), [bridge]);
  const mine = progress !== null && progress.id === started ? progress : null;
  const isWriting = mine !== null && ['counting', 'writing', 'finishing'].includes(mine.state);

  const write = async (): Promise<void> => {
    const chosen = await actions.act('report/choose-file', { format, name: `vendas ${day}` });
    if (chosen?.ok !== true || chosen.value === null) return;
    const { file, exists } = chosen.value;
    const reply = await actions.act('report/start', {
      file,
      filter,
      replace: exists,
    });
    if (reply?.ok === true) setStarted(reply.value.id);
  };
  const close = (): void => {
    if (isWriting) void actions.act('report/cancel', { id: mine.id });
    actions.clearError();
    onDone();
  };
  return (
    <Modal screen="report" title={t('report.title')} wide>
      <p className={styles.lead}>{t('report.detail')}</p>
      <ChoiceGroup
        label={t('report.format')}
        layout="list"
        home
        value={format}
        onChange={setFormat}
        choices={[
          { value: 'xlsx', label: t('report.xlsx'), detail: t('report.xlsxDetail') },
          { value: 'csv', label: t('report.csv'), detail: t('report.csvDetail') },
        ]}
      />
      {mine === null ? null : mine.failure === null ? (
        <p className={styles.lead} role="status" data-report={mine.state}>
          {t(`report.${mine.state}`, { rows: mine.rows, total: mine.total ?? 0, name: mine.name })}
        </p>
      ) : (
        <Problem name={mine.failure}>{t(`reportFailure.${mine.failure}`)}</Problem>
      )}
      {error === null ? null : <ErrorNote error={error} />}
      <ActionBar>
        <Button hotkey="Escape" onPress={close}>
          {t(isWriting ? 'common.cancel' : 'common.close')}
        </Button>
        <Button kind="primary" hotkey="Enter" disabled={busy || isWriting} onPress={() => void write()}>
          {t('report.write')}
        </Button>
      </ActionBar>
    </Modal>
  );
}
