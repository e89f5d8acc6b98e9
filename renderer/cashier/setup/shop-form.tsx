import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { STORE_ZONES } from '../../../shared/domain/business-day/store-zones.ts';
import { ActionBar } from '../../components/action-bar.tsx';
import { Button } from '../../components/button.tsx';
import { ChoiceGroup } from '../../components/choice-group.tsx';
import { focusEmpty } from '../../components/focus-empty.ts';
import { ErrorNote, Problem } from '../../components/error-note.tsx';
import { TextField } from '../../components/text-field.tsx';
import { zoneName } from '../../i18n/zone-name.ts';
import { useActions, useUi, useView } from '../till-context.ts';
import { SignatureFields } from '../../components/signature/signature-fields.tsx';
import { CustomerPreview } from './customer-preview.tsx';
import { useVisitSignature } from './use-visit-signature.ts';
import styles from './form.module.css';

/** Names shop and till, and says which time the store has. A manager's matter, once there is one. */
export function ShopForm({
  onSaved,
  onBack,
  isNamed = true,
}: {
  readonly onSaved?: () => void;
  /** The step before this one, in the first run. */
  readonly onBack?: () => void;
  /** False in the first run, until a person has named the shop. */
  readonly isNamed?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const view = useView();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  // In the first run there is no manager to ask.
  const isManaged = view.operators.some(({ role }) => role === 'manager');
  // The names of a shop without a name are only suggestions, which no customer may read. The view tells nothing about that: for a
  // moment after the keys it is the one of training.
  const [shopName, setShopName] = useState(isNamed ? view.shopName : '');
  const [tillName, setTillName] = useState(isNamed ? view.tillName : '');
  const { signature, isAsked, sign } = useVisitSignature();
  const needsPin = isManaged && isAsked;
  const [zone, setZone] = useState(isNamed ? view.zone : nearestZone(view.zone));
  const zones = [...new Set<string>([...STORE_ZONES, zone])];
  const [outcome, setOutcome] = useState<'missing' | 'saved' | null>(null);

  const form = useRef<HTMLFormElement>(null);

  const submit = async (): Promise<void> => {
    if (shopName.trim() === '' || tillName.trim() === '') {
      focusEmpty(form.current);
      return setOutcome('missing');
    }
    const names = { shopName: shopName.trim(), tillName: tillName.trim(), zone };
    const send = (signed: object) => actions.act('session/name-shop', { ...names, ...signed });
    const reply = isManaged ? await sign(send) : await send({});
    setOutcome(reply?.ok === true ? 'saved' : null);
    if (reply?.ok === true) onSaved?.();
  };

  return (
    <form ref={form} className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <h2>{t('shop.title')}</h2>
      <p className={styles.lead}>{t('shop.detail')}</p>
      <div className={styles.named}>
        <TextField label={t('shop.shopName')} value={shopName} maxLength={40} home onChange={setShopName} />
        <TextField label={t('shop.tillName')} value={tillName} maxLength={20} onChange={setTillName} />
        <CustomerPreview shopName={shopName} zone={zone} />
      </div>
      <ChoiceGroup
        label={t('shop.zone')}
        value={zone}
        onChange={setZone}
        choices={zones.map((value) => ({ value, label: zoneName(t, value) }))}
      />
      {needsPin ? <SignatureFields signature={signature} /> : null}
      {outcome === 'missing' ? <Problem name="missing">{t('shop.missing')}</Problem> : null}
      {outcome === 'saved' ? (
        <p className={styles.good} role="status">
          {t('shop.saved')}
        </p>
      ) : null}
      {error === null ? null : <ErrorNote error={error} />}
      <ActionBar>
        {onBack === undefined ? null : (
          <Button hotkey="Escape" onPress={onBack}>
            {t('act.back')}
          </Button>
        )}
        <Button
          kind="primary"
          hotkey="Enter"
          disabled={busy || (needsPin && !signature.isReady)}
          onPress={() => void submit()}
        >
          {t('shop.save')}
        </Button>
      </ActionBar>
    </form>
  );
}

/**
 * Returns the store zone with this computer's time, so that most people need not choose. If there is none, the zone that is
 * set.
 */
function nearestZone(set: string): string {
  const hourIn = (timeZone?: string): string =>
    new Intl.DateTimeFormat('en', { timeZone, day: 'numeric', hour: 'numeric', minute: 'numeric' }).format();
  return STORE_ZONES.find((zone) => hourIn(zone) === hourIn()) ?? set;
}
