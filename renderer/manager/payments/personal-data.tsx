import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { useAct } from '../../calls/use-act.ts';
import { ActionBar } from '../../components/action-bar.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorNote, Problem } from '../../components/error-note.tsx';
import { Modal } from '../../components/modal.tsx';
import { SignedForm } from '../../components/signed-form.tsx';
import styles from '../manager.module.css';

/** A file that a person chose in the system's dialog. */
interface Chosen {
  readonly file: string;
  readonly name: string;
}

/** The data of one charge for a person who asks: saved in a file, or its texts erased on the PIN of a manager. */
export function PersonalData({
  charge,
  onDone,
}: {
  readonly charge: ChargeView;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [isErasing, setErasing] = useState(false);
  if (!isErasing) return <SaveData charge={charge} onErase={() => setErasing(true)} onDone={onDone} />;
  return (
    <SignedForm
      screen="erase-texts"
      title={t('personalData.eraseTitle')}
      lead={t('personalData.eraseLead')}
      reason={null}
      confirm={t('personalData.erase')}
      kind="danger"
      method="manager/erase-texts"
      input={({ signed }) => ({ id: charge.id, ...signed })}
      onBack={() => setErasing(false)}
      onDone={onDone}
    />
  );
}

function SaveData({
  charge,
  onErase,
  onDone,
}: {
  readonly charge: ChargeView;
  readonly onErase: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { act, busy, error, clear } = useAct();
  /** A chosen file that exists already, and that the system's dialog did not ask about. */
  const [taken, setTaken] = useState<Chosen | null>(null);
  const [saved, setSaved] = useState<string | null>(null);

  const write = async (chosen: Chosen, replace: boolean): Promise<void> => {
    setTaken(null);
    const reply = await act('manager/export-charge', { id: charge.id, file: chosen.file, replace });
    if (reply?.ok === true) setSaved(chosen.name);
    if (reply?.ok !== false || reply.error.code !== 'exists') return;
    clear();
    setTaken(chosen);
  };
  const choose = async (): Promise<void> => {
    setSaved(null);
    const name = t('personalData.fileName', { code: charge.shortCode });
    const chosen = await act('report/choose-file', { format: 'json', name });
    if (chosen?.ok === true && chosen.value !== null) await write(chosen.value, chosen.value.mayReplace);
  };
  return (
    <Modal screen="personal-data" title={t('personalData.title')} wide>
      <p className={styles.lead}>{t('personalData.lead')}</p>
      {taken === null ? null : <Problem name="taken">{t('report.taken', { name: taken.name })}</Problem>}
      {saved === null ? null : (
        <p className={styles.lead} role="status" data-saved>
          {t('personalData.saved', { name: saved })}
        </p>
      )}
      {error === null ? null : <ErrorNote error={error} />}
      <ActionBar>
        <Button hotkey="Escape" onPress={onDone}>
          {t('act.close')}
        </Button>
        <Button kind="danger" hotkey="Delete" disabled={busy} onPress={onErase}>
          {t('personalData.erase')}
        </Button>
        {taken === null ? null : (
          <Button kind="danger" hotkey="F10" disabled={busy} onPress={() => void write(taken, true)}>
            {t('report.replace')}
          </Button>
        )}
        <Button kind="primary" hotkey="Enter" home disabled={busy} onPress={() => void choose()}>
          {t(taken === null ? 'personalData.save' : 'report.chooseOther')}
        </Button>
      </ActionBar>
    </Modal>
  );
}
