import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { amountStyle, money } from '../../../components/amount.tsx';
import { bursts } from '../../../components/keys/burst-watch.ts';
import { SCAN } from '../../../components/keys/key-name.ts';
import { useKeys } from '../../../components/keys/use-keys.ts';
import { MoneyInput } from '../../../components/money/money-input.tsx';
import { useActions, useEntry, useUi } from '../../till-context.ts';
import styles from './amount-entry.module.css';

/** Signs that people and scanners type. A sign that is not here still counts for the speed. */
const SIGNS = [...'0123456789ABCDEFGHIJKLMNOPQRSTVUWXYZ,.+-*/='];

/** The amount of the sale, the money field of the whole screen. A slip's code, typed or scanned, is shown in its place. */
export function AmountEntry(): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const scan = useUi((state) => state.scan);
  const actions = useActions();
  const entry = useEntry((state) => state);
  useKeys({
    ...Object.fromEntries(SIGNS.map((sign) => [sign, () => actions.type(sign, bursts.now())])),
    [SCAN]: () => void actions.scanned(bursts.now()),
    Backspace: () => actions.backspace(),
    Delete: () => actions.enter({ type: 'clear' }),
    Escape: () => actions.escape(),
  });

  const isEmpty = entry.amount === 0 && scan === '';
  const shown = scan === '' ? money(entry.amount) : scan;
  return (
    <div className={styles.entry}>
      <label htmlFor={id} className={styles.label}>
        {t(scan !== '' ? 'sell.code' : isEmpty ? 'sell.prompt' : 'sell.amount')}
      </label>
      <div className={styles.frame}>
        <MoneyInput
          id={id}
          className={`${styles.amount} ${isEmpty ? styles.empty : ''}`}
          style={amountStyle(shown)}
          entry={entry}
          shown={shown}
          onAct={actions.enter}
          home
          isScreens
        />
      </div>
    </div>
  );
}
