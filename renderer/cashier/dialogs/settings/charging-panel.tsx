import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { centavos, type Centavos } from '../../../../shared/domain/money/centavos.ts';
import { Button } from '../../../components/button.tsx';
import { ChoiceGroup } from '../../../components/choice-group.tsx';
import { ErrorNote, Problem } from '../../../components/error-note.tsx';
import { MoneyField } from '../../../components/money/money-field.tsx';
import { useAmountEntry } from '../../../components/money/use-amount-entry.ts';
import { TextField } from '../../../components/text-field.tsx';
import { SignatureFields } from '../../../components/signature/signature-fields.tsx';
import { useSigners } from '../../../calls/signers-context.ts';
import type { SaleWallet } from '../../../stores/ui-store.ts';
import styles from '../../setup/form.module.css';
import { useActions, useUi, useView } from '../../till-context.ts';
import { useVisitSignature } from '../../setup/use-visit-signature.ts';

/** The largest limit that can be typed: R$ 999.999,99. */
const LARGEST_LIMIT = centavos(999_999_99);

const MINUTES = ['3', '5', '10'] as const;
type Minutes = (typeof MINUTES)[number];

const AUTO_LOCKS = ['never', '2', '5', '15'] as const;
type AutoLock = (typeof AUTO_LOCKS)[number];

/** Sets how long a QR is valid, and whether the gateway limits it too. Needs a manager. */
export function ChargingPanel(): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const { settings, wallets, defaultWallet } = useView();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const [minutes, setMinutes] = useState<Minutes>(nearest(settings.timeLimitMinutes));
  const [life, setLife] = useState<'gateway' | 'own'>(settings.ownExpiry ? 'own' : 'gateway');
  const [document, setDocument] = useState(settings.shopDocument ?? '');
  const [autoLock, setAutoLock] = useState<AutoLock>(nearestLock(settings.autoLockMinutes));
  const [wallet, setWallet] = useState(defaultWallet === null ? '' : keyOf(defaultWallet));
  const [each, enterEach] = useAmountEntry(LARGEST_LIMIT, amountOf(settings.refundLimit));
  const [day, enterDay] = useAmountEntry(LARGEST_LIMIT, amountOf(settings.refundDayLimit));
  const isLimitWrong = each.problem !== null || day.problem !== null;
  const signers = useSigners();
  const { signature, isAsked, sign } = useVisitSignature();
  const [saved, setSaved] = useState(false);

  const submit = async (): Promise<void> => {
    setSaved(false);
    const chosen = wallets.find((each) => keyOf(each) === wallet);
    const reply = await sign((signed) =>
      actions.act('session/configure', {
        timeLimitMinutes: Number(minutes),
        ownExpiry: life === 'own',
        shopDocument: document.trim() === '' ? null : document.trim(),
        refundLimits: { each: limitOf(each.amount), day: limitOf(day.amount) },
        autoLockMinutes: autoLock === 'never' ? null : Number(autoLock),
        ...(chosen === undefined
          ? {}
          : { defaultWallet: { wallet: chosen.wallet, pixDictKey: chosen.pixDictKey } }),
        ...signed,
      }),
    );
    setSaved(reply?.ok === true);
  };

  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <ChoiceGroup
        label={t('charging.minutes')}
        value={minutes}
        onChange={setMinutes}
        choices={MINUTES.map((value) => ({ value, label: t('charging.min', { count: Number(value) }) }))}
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
      {wallets.length < 2 ? null : (
        <ChoiceGroup
          label={t('charging.defaultWallet')}
          value={wallet}
          onChange={setWallet}
          choices={wallets.map((each) => ({ value: keyOf(each), label: each.name }))}
        />
      )}
      <ChoiceGroup
        label={t('charging.autoLock')}
        value={autoLock}
        onChange={setAutoLock}
        choices={AUTO_LOCKS.map((value) => ({
          value,
          label: value === 'never' ? t('charging.neverLocks') : t('charging.min', { count: Number(value) }),
        }))}
      />
      <div className={styles.pair}>
        <MoneyField label={t('charging.refundEach')} entry={each} onAct={enterEach} optional />
        <MoneyField label={t('charging.refundDay')} entry={day} onAct={enterDay} optional />
      </div>
      {signers.managers.length < 2 && each.amount + day.amount > 0 ? (
        <Problem name="one-manager">{t('charging.refundHint')}</Problem>
      ) : null}
      {isAsked ? <SignatureFields signature={signature} home /> : null}
      {saved ? (
        <p className={styles.good} role="status">
          {t('shop.saved')}
        </p>
      ) : null}
      {error === null ? null : <ErrorNote error={error} />}
      <Button
        kind="primary"
        hotkey="Enter"
        disabled={busy || isLimitWrong || (isAsked && !signature.isReady)}
        onPress={() => void submit()}
      >
        {t('shop.save')}
      </Button>
    </form>
  );
}

function amountOf(limit: number | null): Centavos | null {
  return limit === null ? null : centavos(limit);
}

/** An empty field is no limit. */
function limitOf(amount: number): number | null {
  return amount === 0 ? null : amount;
}

function keyOf({ wallet, pixDictKey }: SaleWallet): string {
  return JSON.stringify([wallet, pixDictKey]);
}

function nearestLock(minutes: number | null): AutoLock {
  if (minutes === null) return 'never';
  return AUTO_LOCKS.find((value) => Number(value) >= minutes) ?? '15';
}

function nearest(minutes: number): Minutes {
  return MINUTES.find((value) => Number(value) >= minutes) ?? '10';
}
