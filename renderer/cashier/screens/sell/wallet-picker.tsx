import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillView } from '../../../../shared/contract/views.ts';
import { money } from '../../../components/amount.tsx';
import { focusHome } from '../../../components/focus-home.ts';
import { KeyCap } from '../../../components/key-cap.tsx';
import { useKeys } from '../../../components/keys/use-keys.ts';
import { useActions, useEntry, useView } from '../../till-context.ts';
import styles from './wallet-picker.module.css';

type Wallet = TillView['wallets'][number];

/** F2 to F7 name the first six; arrows reach all. */
const WALLET_KEYS = ['F2', 'F3', 'F4', 'F5', 'F6', 'F7'] as const;

/** Shows the wallets with their keys. One is chosen. */
export function WalletPicker(): ReactNode {
  const { t } = useTranslation();
  const { wallets, chosenWallet } = useView();
  const actions = useActions();
  const amount = useEntry((state) => state.amount);
  const chosen = wallets.findIndex((wallet) => isSame(wallet, chosenWallet));

  const choose = (index: number): void => {
    const wallet = wallets[(index + wallets.length) % wallets.length];
    if (wallet !== undefined && !isSame(wallet, chosenWallet)) void actions.chooseWallet(wallet);
  };
  useKeys({
    ...Object.fromEntries(
      WALLET_KEYS.slice(0, wallets.length).map((key, index) => [key, () => choose(index)]),
    ),
    ArrowRight: () => choose(chosen + 1),
    ArrowLeft: () => choose(chosen - 1),
  });

  if (wallets.length === 0) return <p className={styles.none}>{t('sell.noWallets')}</p>;
  return (
    <ul className={styles.wallets} aria-label={t('term.wallet')}>
      {wallets.map((wallet, index) => (
        <li key={`${wallet.wallet} ${wallet.pixDictKey ?? ''}`}>
          <button
            type="button"
            className={styles.wallet}
            aria-pressed={index === chosen}
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

function isSame(wallet: Wallet, chosen: TillView['chosenWallet']): boolean {
  return wallet.wallet === chosen?.wallet && wallet.pixDictKey === chosen.pixDictKey;
}
