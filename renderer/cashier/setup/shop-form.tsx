import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorNote, Problem } from '../../components/error-note.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useActions, useUi, useView } from '../till-context.ts';
import styles from './form.module.css';

/** Names shop and till. A manager's matter, once there is one. */
export function ShopForm({ onSaved }: { readonly onSaved?: () => void }): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const view = useView();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const [shopName, setShopName] = useState(view.shopName);
  const [tillName, setTillName] = useState(view.tillName);
  // In the first run nobody can be asked yet.
  const needsPin = view.operators.some(({ role }) => role === 'manager');
  const [managerPin, setManagerPin] = useState('');
  const [outcome, setOutcome] = useState<'missing' | 'saved' | null>(null);

  const submit = async (): Promise<void> => {
    if (shopName.trim() === '' || tillName.trim() === '') return setOutcome('missing');
    const names = { shopName: shopName.trim(), tillName: tillName.trim() };
    const reply = await actions.act('session/name-shop', needsPin ? { ...names, managerPin } : names);
    setManagerPin('');
    setOutcome(reply?.ok === true ? 'saved' : null);
    if (reply?.ok === true) onSaved?.();
  };

  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <h2>{t('shop.title')}</h2>
      <p className={styles.lead}>{t('shop.detail')}</p>
      <TextField label={t('shop.shopName')} value={shopName} maxLength={40} home onChange={setShopName} />
      <TextField label={t('shop.tillName')} value={tillName} maxLength={20} onChange={setTillName} />
      {needsPin ? (
        <TextField
          label={t('persons.managerPin')}
          kind="pin"
          maxLength={12}
          value={managerPin}
          onChange={setManagerPin}
        />
      ) : null}
      {outcome === 'missing' ? <Problem name="missing">{t('shop.missing')}</Problem> : null}
      {outcome === 'saved' ? (
        <p className={styles.good} role="status">
          {t('shop.saved')}
        </p>
      ) : null}
      {error === null ? null : <ErrorNote error={error} />}
      <Button
        kind="primary"
        hotkey="Enter"
        disabled={busy || (needsPin && managerPin.length < 4)}
        onPress={() => void submit()}
      >
        {t('shop.save')}
      </Button>
    </form>
  );
}
