import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { money } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorNote, Problem } from '../../components/error-note.tsx';
import { Screen } from '../../components/screen.tsx';
import { useActions, useEntry, useUi, useView } from '../till-context.ts';
import { AmountEntry } from './sell/amount-entry.tsx';
import { Keypad } from './sell/keypad.tsx';
import { News } from './sell/news.tsx';
import { NoPix } from './sell/no-pix.tsx';
import { OtherWallet } from './sell/other-wallet.tsx';
import { WalletPicker } from './sell/wallet-picker.tsx';
import styles from './sell.module.css';

/** Digits, Enter, and the QR is on its way. */
export function Sell(): ReactNode {
  const { t } = useTranslation();
  const view = useView();
  const actions = useActions();
  const entry = useEntry((state) => state);
  const { problem } = entry;
  const isSmallAsked = useUi((state) => state.smallAsked?.requestId) === entry.requestId && problem === null;
  const busy = useUi((state) => state.busy === 'charge/create');
  const error = useUi((state) => state.error);
  const scan = useUi((state) => state.scan);
  const keypad = useUi((state) => state.keypad);
  const max = money(view.maxAmount);
  const isRefused = scan === '' && problem !== null && problem !== 'zero';
  return (
    <Screen name="sell" compact={keypad}>
      <h1 className={styles.title}>{t('sell.title')}</h1>
      <News />
      <div className={keypad ? styles.compact : styles.middle}>
        <AmountEntry />
        <OtherWallet />
        {problem === null || scan !== '' ? null : (
          <Problem name={problem}>
            {t(`amountProblem.${problem === 'digits-only' ? 'digitsOrSlip' : problem}`, { max })}
          </Problem>
        )}
        {isSmallAsked ? (
          <Problem name="small">{t('sell.small', { amount: money(entry.amount) })}</Problem>
        ) : null}
        {error === null ? null : <ErrorNote error={error} max={max} />}
        <NoPix />
      </div>
      {keypad ? <Keypad /> : null}
      <WalletPicker />
      <div className={styles.submit} data-keys="">
        <Button kind="quiet" hotkey="Ctrl+K" onPress={() => actions.toggleKeypad()}>
          {t(keypad ? 'sell.keypadHide' : 'sell.keypadShow')}
        </Button>
        <Button
          kind="primary"
          size="large"
          hotkey="Enter"
          disabled={busy || isRefused}
          onPress={() => void actions.submit()}
        >
          {t(scan !== '' ? 'act.search' : busy ? 'creating.title' : 'sell.submit')}
        </Button>
      </div>
    </Screen>
  );
}
