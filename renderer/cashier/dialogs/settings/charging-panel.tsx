import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { ChoiceGroup } from '../../../components/choice-group.tsx';
import { ErrorNote } from '../../../components/error-note.tsx';
import { TextField } from '../../../components/text-field.tsx';
import styles from '../../setup/form.module.css';
import { useActions, useUi, useView } from '../../till-context.ts';
import { ManagerPinField } from '../../setup/manager-pin-field.tsx';

const MINUTES = ['3', '5', '10'] as const;
type Minutes = (typeof MINUTES)[number];

/** Sets how long a QR is valid, and whether the gateway limits it too. Needs a manager. */
export function ChargingPanel(): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const { settings } = useView();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const [minutes, setMinutes] = useState<Minutes>(nearest(settings.timeLimitMinutes));
  const [life, setLife] = useState<'gateway' | 'own'>(settings.ownExpiry ? 'own' : 'gateway');
  const [document, setDocument] = useState(settings.shopDocument ?? '');
  const [managerPin, setManagerPin] = useState('');
  const [saved, setSaved] = useState(false);

  const submit = async (): Promise<void> => {
    const reply = await actions.act('session/configure', {
      timeLimitMinutes: Number(minutes),
      ownExpiry: life === 'own',
      shopDocument: document.trim() === '' ? null : document.trim(),
      managerPin,
    });
    setManagerPin('');
    setSaved(reply?.ok === true);
  };

  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <ChoiceGroup
        label={t('charging.minutes')}
        value={minutes}
        onChange={setMinutes}
        choices={MINUTES.map((value) => ({ value, label: t('charging.min', { minutes: value }) }))}
      />
      <ChoiceGroup
        label={t('charging.life')}
        value={life}
        onChange={setLife}
        choices={[
          { value: 'gateway', label: t('charging.gatewayLife') },
          { value: 'own', label: t('charging.ownLife') },
        ]}
      />
      {life === 'own' ? (
        <TextField
          label={t('charging.document')}
          hint={t('charging.documentHint')}
          value={document}
          maxLength={20}
          onChange={setDocument}
        />
      ) : null}
      <ManagerPinField value={managerPin} home onChange={setManagerPin} />
      {saved ? (
        <p className={styles.good} role="status">
          {t('shop.saved')}
        </p>
      ) : null}
      {error === null ? null : <ErrorNote error={error} />}
      <Button
        kind="primary"
        hotkey="Enter"
        disabled={busy || managerPin.length < 4}
        onPress={() => void submit()}
      >
        {t('shop.save')}
      </Button>
    </form>
  );
}

function nearest(minutes: number): Minutes {
  return MINUTES.find((value) => Number(value) >= minutes) ?? '10';
}
