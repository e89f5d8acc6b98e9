import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../../shared/contract/index.ts';
import { ActionBar } from '../../../../components/action-bar.tsx';
import { Button } from '../../../../components/button.tsx';
import { ChoiceGroup } from '../../../../components/choice-group.tsx';
import { ErrorNote, Problem } from '../../../../components/error-note.tsx';
import styles from '../../../setup/form.module.css';
import { BesidePaper } from '../../../paper/beside-paper.tsx';
import { useActions, useUi } from '../../../till-context.ts';
import { useTimeOver } from '../../../../calls/use-time-over.ts';
import { SupportDetails } from '../../../../components/support-details.tsx';
import type { Found, FoundPrinter, Setup } from './setup-draft.ts';

const FINDINGS = ['allRight', 'noAccents', 'noQr', 'nothing'] as const;
type Finding = (typeof FINDINGS)[number];
const ADVICE = { noAccents: 'adviceAccents', noQr: 'adviceQr', nothing: 'adviceNothing' } as const;

/** Chooses a model and prints a test page. A person reports what is right on it, because no printer reports that. */
export function TryPrinter(props: {
  readonly printer: FoundPrinter;
  readonly profiles: Found['profiles'];
  readonly onBack: () => void;
  readonly onGood: (setup: Setup) => void;
}): ReactNode {
  const { printer, profiles, onBack, onGood } = props;
  const { t } = useTranslation();
  const isTimeOver = useTimeOver();
  const actions = useActions();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const [profile, setProfile] = useState(printer.profile);
  const [tested, setTested] = useState<Output<'printing/test-page'> | null>(null);
  const [finding, setFinding] = useState<Finding | null>(null);
  const setup: Setup = { printer: printer.printer, profile, encoder: 'pos' };
  // Null until the printer took the whole test.
  const taken = tested?.outcome === 'confirmed' || tested?.outcome === 'sent' ? tested.outcome : null;

  // While the paper is being looked at, the list of models only takes the place of the question.
  const isWell = taken !== null && (finding === null || finding === 'allRight');

  const test = async (): Promise<void> => {
    setTested(null);
    setFinding(null);
    const reply = await actions.act('printing/test-page', { setup });
    if (reply?.ok === true) setTested(reply.value);
    else if (reply !== null) isTimeOver(reply);
  };

  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <p className={styles.lead}>
        {isWell
          ? `${printer.label} · ${profiles.find(({ id }) => id === profile)?.name ?? ''}`
          : printer.label}
      </p>
      <BesidePaper subject={{ of: 'test', profile }}>
        {isWell ? null : (
          <>
            <ChoiceGroup
              label={t('printerSetup.profile')}
              value={profile}
              home={tested === null}
              onChange={(value) => {
                setProfile(value);
                setTested(null);
              }}
              layout="list"
              choices={profiles.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <p className={styles.lead}>{t('printerSetup.profileHint')}</p>
          </>
        )}
        {busy ? <p role="status">{t('printerSetup.testing')}</p> : null}
        {tested?.reason == null ? null : (
          <Problem name={tested.reason}>
            {t(`printReason.${tested.reason}`, { printer: printer.label })}
          </Problem>
        )}
        {tested?.detail == null ? null : <SupportDetails texts={[tested.detail]} />}
        {taken === null ? null : (
          <>
            <p
              className={taken === 'confirmed' ? styles.good : styles.unsure}
              role="status"
              data-tested={taken}
            >
              {t(`printerSetup.${taken}`)}
            </p>
            <ChoiceGroup
              label={t('printerSetup.question')}
              layout="list"
              home
              value={finding}
              onChange={setFinding}
              choices={FINDINGS.map((value) => ({ value, label: t(`printerSetup.${value}`) }))}
            />
          </>
        )}
      </BesidePaper>
      {finding === null || finding === 'allRight' ? null : (
        <Problem name={finding}>{t(`printerSetup.${ADVICE[finding]}`)}</Problem>
      )}
      {error === null ? null : <ErrorNote error={error} />}
      <ActionBar>
        <Button hotkey="F2" onPress={onBack}>
          {t('act.back')}
        </Button>
        <Button
          hotkey="F6"
          kind={tested === null ? 'primary' : 'plain'}
          disabled={busy}
          onPress={() => void test()}
        >
          {t('printerSetup.test')}
        </Button>
        {finding === 'allRight' ? (
          <Button kind="primary" hotkey="Enter" onPress={() => onGood(setup)}>
            {t('act.continue')}
          </Button>
        ) : null}
      </ActionBar>
    </form>
  );
}
