import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { ChoiceGroup } from '../../../components/choice-group.tsx';
import { ErrorNote } from '../../../components/error-note.tsx';
import { useActions, useCashier, useTill, useUi } from '../../till-context.ts';
import styles from '../dialog.module.css';
import { StartupChoice } from './startup-choice.tsx';

/** Which monitor is the customer's. A choice takes effect at once, so it can be seen. */
export function DisplaysPanel(): ReactNode {
  const { t } = useTranslation();
  const { port, till } = useCashier();
  const actions = useActions();
  const displays = useTill((state) => state.displays);
  const error = useUi((state) => state.error);
  const [identified, setIdentified] = useState(false);
  useEffect(() => {
    void port.invoke('displays/list', {}).then((reply) => {
      if (reply.ok) till.setState({ displays: reply.value });
    });
  }, [port, till]);

  const choose = async (identity: string): Promise<void> => {
    const reply = await actions.act('displays/choose', { identity });
    if (reply?.ok === true) till.setState({ displays: reply.value });
  };
  const identify = async (): Promise<void> => {
    const reply = await actions.act('displays/identify', {});
    setIdentified(reply?.ok === true);
  };

  return (
    <>
      <p className={styles.lead}>{t('displays.detail')}</p>
      {displays.filter(({ isPresent }) => isPresent).length < 2 ? (
        <p className={styles.strong}>{t('displays.none')}</p>
      ) : null}
      <ChoiceGroup
        label={t('displays.list')}
        layout="list"
        value={displays.find(({ isCustomer }) => isCustomer)?.identity ?? null}
        onChange={(identity) => void choose(identity)}
        choices={displays.map((display) => ({
          value: display.identity,
          label: display.number === null ? display.label : `${display.number} · ${display.label}`,
          disabled: !display.isPresent,
          detail: [
            t('displays.size', { width: display.width, height: display.height }),
            ...(display.isPrimary ? [t('displays.primary')] : []),
            ...(display.isCustomer ? [t('displays.customer')] : []),
            ...(display.isPresent ? [] : [t('displays.absent')]),
          ].join(' · '),
        }))}
      />
      {error === null ? null : <ErrorNote error={error} />}
      <Button hotkey="F2" onPress={() => void identify()}>
        {t('displays.identify')}
      </Button>
      {identified ? <p className={styles.lead}>{t('displays.identified')}</p> : null}
      <WindowChoice />
      <StartupChoice />
    </>
  );
}

/** Whether the cashier's window covers its monitor. Seen at once too, and kept for the next start. */
function WindowChoice(): ReactNode {
  const { t } = useTranslation();
  const { port } = useCashier();
  const actions = useActions();
  const [fullScreen, setFullScreen] = useState<boolean | null>(null);
  useEffect(() => {
    void port.invoke('window/describe', {}).then((reply) => {
      if (reply.ok) setFullScreen(reply.value.fullScreen);
    });
  }, [port]);
  const choose = async (value: 'full' | 'window'): Promise<void> => {
    const reply = await actions.act('window/fill-screen', { fullScreen: value === 'full' });
    if (reply?.ok === true) setFullScreen(reply.value.fullScreen);
  };
  return (
    <ChoiceGroup
      label={t('displays.window')}
      value={fullScreen === null ? null : fullScreen ? 'full' : 'window'}
      onChange={(value) => void choose(value)}
      choices={[
        { value: 'window', label: t('displays.inWindow'), detail: t('displays.inWindowDetail') },
        { value: 'full', label: t('displays.fullScreen'), detail: t('displays.fullScreenDetail') },
      ]}
    />
  );
}
