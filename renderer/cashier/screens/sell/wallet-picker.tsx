import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { money } from '../../../components/amount.tsx';
import { focusHome } from '../../../components/focus-home.ts';
import { KeyCap } from '../../../components/key-cap.tsx';
import { useKeys } from '../../../components/keys/use-keys.ts';
import { isSameAccount, saleWallet, WALLET_KEYS } from '../../sale-wallet.ts';
import { useActions, useEntry, useUi, useView } from '../../till-context.ts';
import styles from './wallet-picker.module.css';

/** Shows the wallets with their keys. One is chosen, for this sale. The arrows work only in the group, and stop at its ends. */
export function WalletPicker(): ReactNode {
  const { t } = useTranslation();
  const view = useView();
  const { wallets } = view;
  const actions = useActions();
  const amount = useEntry((state) => state.amount);
  const chosen = saleWallet(
    view,
    useUi((state) => state.wallet),
  );

  const choose = (index: number): void => {
    const wallet = wallets[index];
    if (wallet !== undefined && !isSameAccount(wallet, chosen)) actions.chooseWallet(wallet);
  };
  useKeys(
    Object.fromEntries(WALLET_KEYS.slice(0, wallets.length).map((key, index) => [key, () => choose(index)])),
  );

  if (wallets.length === 0) return <p className={styles.none}>{t('sell.noWallets')}</p>;
  return (
    <ul
      className={styles.wallets}
      aria-label={t('term.wallet')}
      onKeyDown={(event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step === undefined) return;
        const buttons = [...event.currentTarget.querySelectorAll('button')];
        const next = buttons.findIndex((button) => button === document.activeElement) + step;
        event.preventDefault();
        buttons[next]?.focus();
        choose(next);
      }}
    >
      {wallets.map((wallet, index) => (
        <li key={`${wallet.wallet} ${wallet.pixDictKey ?? ''}`}>
          <button
            type="button"
            className={styles.wallet}
            aria-pressed={isSameAccount(wallet, chosen)}
            aria-keyshortcuts={WALLET_KEYS[index]}
            onClick={() => {
              choose(index);
              focusHome();
            }}
          >
            <span>
              <span className={styles.name}>{wallet.name}</span>
              {amount > 0 && amount < wallet.minimum ? (
                <span className={styles.minimum}>{t('sell.minimum', { amount: money(wallet.minimum) })}</span>
              ) : null}
            </span>
            {WALLET_KEYS[index] === undefined ? null : <KeyCap name={WALLET_KEYS[index]} />}
          </button>
        </li>
      ))}
    </ul>
  );
}
