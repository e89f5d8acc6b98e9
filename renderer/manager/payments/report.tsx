import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportFormat } from '../../../shared/contract/exports.ts';
import type { PaymentFilter } from '../../../shared/contract/payments.ts';
import { useAct } from '../../calls/use-act.ts';
import { ActionBar } from '../../components/action-bar.tsx';
import { Button } from '../../components/button.tsx';
import { ChoiceGroup } from '../../components/choice-group.tsx';
import { ErrorNote, Problem } from '../../components/error-note.tsx';
import { Modal } from '../../components/modal.tsx';
import { reportName } from './report-name.ts';
import { useReport } from './use-report.ts';
import styles from '../manager.module.css';

/** A place that a person chose in the system's dialog. */
interface Chosen {
  readonly file: string;
  readonly name: string;
}

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
  const { act, busy, error, clear } = useAct();
  const [format, setFormat] = useState<ReportFormat>('xlsx');
  const { report, isWriting, written, start: started, read } = useReport();
  /** A chosen file that exists already, and that the system's dialog did not ask about. */
  const [taken, setTaken] = useState<Chosen | null>(null);

  const start = async (chosen: Chosen, replace: boolean): Promise<void> => {
    setTaken(null);
    const reply = await act('report/start', { file: chosen.file, filter, replace });
    if (reply?.ok === true) started(reply.value.id, chosen.file);
    if (reply?.ok !== false || reply.error.code !== 'exists') return;
    clear();
    setTaken(chosen);
  };
  const write = async (): Promise<void> => {
    const chosen = await act('report/choose-file', { format, name: reportName(filter.period, day) });
    if (chosen?.ok === true && chosen.value !== null) await start(chosen.value, chosen.value.mayReplace);
  };
  const choose = (kind: ReportFormat): void => {
    setTaken(null);
    setFormat(kind);
  };
  const close = (): void => {
    if (report !== null && isWriting) void act('report/cancel', { id: report.id });
    read();
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
        onChange={choose}
        choices={[
          { value: 'xlsx', label: t('report.xlsx'), detail: t('report.xlsxDetail') },
          { value: 'csv', label: t('report.csv'), detail: t('report.csvDetail') },
        ]}
      />
      {taken !== null ? (
        <Problem name="taken">{t('report.taken', { name: taken.name })}</Problem>
      ) : report === null ? null : report.failure === null ? (
        <p className={styles.lead} role="status" data-report={report.state}>
          {t(`report.${report.state}`, {
            rows: report.rows,
            count: report.rows,
            total: report.total ?? 0,
            name: report.name,
          })}
        </p>
      ) : (
        <Problem name={report.failure}>{t(`reportFailure.${report.failure}`)}</Problem>
      )}
      {error === null ? null : <ErrorNote error={error} />}
      <ActionBar>
        <Button hotkey="Escape" onPress={close}>
          {t(isWriting ? 'act.cancel' : 'act.close')}
        </Button>
        {taken === null ? null : (
          <Button kind="danger" hotkey="F10" disabled={busy} onPress={() => void start(taken, true)}>
            {t('report.replace')}
          </Button>
        )}
        {written !== null && taken === null ? (
          <>
            <Button hotkey="F8" disabled={busy} onPress={() => void write()}>
              {t('report.chooseOther')}
            </Button>
            <Button
              kind="primary"
              hotkey="Enter"
              disabled={busy}
              onPress={() => void act('report/show-file', { file: written })}
            >
              {t('report.show')}
            </Button>
          </>
        ) : (
          <Button kind="primary" hotkey="Enter" disabled={busy || isWriting} onPress={() => void write()}>
            {t(taken === null ? 'report.write' : 'report.chooseOther')}
          </Button>
        )}
      </ActionBar>
    </Modal>
  );
}
