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
import type { Draft, Found, Setup } from './setup-draft.ts';

const FINDINGS = ['allRight', 'noAccents', 'noQr', 'nothing'] as const;
type Finding = (typeof FINDINGS)[number];
const ADVICE = { noAccents: 'adviceAccents', noQr: 'adviceQr', nothing: 'adviceNothing' } as const;
const FIRST_GUESS = 'generic-80';

/** Chooses a model and prints a test page. A person reports what is right on it, because no printer reports that. */
export function TryPrinter(props: {
  readonly draft: Draft;
  readonly profiles: Found['profiles'];
  readonly onBack: () => void;
  readonly onGood: (setup: Setup) => void;
}): ReactNode {
  const { draft, profiles, onBack, onGood } = props;
  const { t } = useTranslation();
  const actions = useActions();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const [profile, setProfile] = useState(draft.profile ?? FIRST_GUESS);
  const [tested, setTested] = useState<Output<'printing/test-page'> | null>(null);
  const [finding, setFinding] = useState<Finding | null>(null);
  const setup: Setup = { target: draft.target, name: draft.name, profile, encoder: 'pos' };

  // While the paper is being looked at, the list of models only takes the place of the question.
  const isWell = tested?.outcome === 'delivered' && (finding === null || finding === 'allRight');

  const test = async (): Promise<void> => {
    setTested(null);
    setFinding(null);
    const reply = await actions.act('printing/test-page', { setup });
    if (reply?.ok === true) setTested(reply.value);
  };

  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <p className={styles.lead}>
        {isWell ? `${draft.name} · ${profiles.find(({ id }) => id === profile)?.name ?? ''}` : draft.name}
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
          <Problem name={tested.reason}>{t(`printReason.${tested.reason}`)}</Problem>
        )}
        {tested?.outcome === 'delivered' ? (
          <>
            <p className={styles.good} role="status" data-tested="">
              {t('printerSetup.tested')}
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
        ) : null}
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
