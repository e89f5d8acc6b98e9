import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../../shared/contract/charge-view.ts';
import { Button } from '../../../components/button.tsx';
import { isSameAccount, WALLET_KEYS } from '../../sale-wallet.ts';
import { useView } from '../../till-context.ts';
import type { Asking } from './asking.ts';
import styles from './change-sale.module.css';

/** Offers another wallet by the key that it has on the sell screen, and another amount. */
export function ChangeSale({
  charge,
  onAsk,
}: {
  readonly charge: ChargeView;
  readonly onAsk: (asking: Asking) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { wallets } = useView();
  const others = wallets.flatMap((wallet, index) => {
    const key = WALLET_KEYS[index];
    const fits = !isSameAccount(wallet, charge) && charge.amount >= wallet.minimum;
    return key === undefined || !fits ? [] : [{ wallet, key }];
  });
  return (
    <div className={styles.row} role="group" aria-label={t('waiting.change')}>
      <Button kind="quiet" hotkey="Backspace" onPress={() => onAsk({ about: 'amount' })}>
        {t('waiting.correct')}
      </Button>
      {others.map(({ wallet, key }) => (
        <Button key={key} kind="quiet" hotkey={key} onPress={() => onAsk({ about: 'wallet', wallet })}>
          {wallet.name}
        </Button>
      ))}
    </div>
  );
}
