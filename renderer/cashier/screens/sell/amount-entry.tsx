import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import { digitOf, type Digit } from '../../../../shared/domain/money/digit-entry.ts';
import { amountStyle, money } from '../../../components/amount.tsx';
import { useKeys } from '../../../components/keys/use-keys.ts';
import { useActions, useCashier, useEntry, useUi, useView } from '../../till-context.ts';
import styles from './amount-entry.module.css';

/** Of a slip's code. A scanner types it like a keyboard, with Enter behind it. */
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTVWXYZ'];
const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** The amount as on a Brazilian till: the centavos fill from the right, and a pasted sum replaces it. */
export function AmountEntry(): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const { entry, ui } = useCashier();
  const scan = useUi((state) => state.scan);
  const actions = useActions();
  const limit = centavos(useView().maxAmount);
  const amount = useEntry((state) => state.amount);
  const problem = useEntry((state) => state.problem);
  const failed = useUi((state) => state.error !== null);

  const push = (digit: Digit): void => {
    if (failed) actions.clearError();
    if (scan !== '') return actions.scan(String(digit));
    entry.dispatch({ type: 'digit', digit }, limit);
  };
  useKeys({
    ...Object.fromEntries(DIGITS.map((key) => [key, () => push(Number(key) as Digit)])),
    ...Object.fromEntries(LETTERS.map((key) => [key, () => actions.scan(key)])),
    Backspace: () => {
      if (scan === '') entry.dispatch({ type: 'backspace' }, limit);
      else ui.setState({ scan: scan.slice(0, -1) });
    },
    Escape: () => {
      actions.clearError();
      ui.setState({ scan: '' });
      entry.dispatch({ type: 'clear' }, limit);
    },
  });

  const shown = scan === '' ? money(amount) : scan;
  return (
    <div className={styles.entry}>
      <label htmlFor={id} className={styles.label}>
        {t(scan !== '' ? 'sell.code' : amount === 0 ? 'sell.prompt' : 'sell.amount')}
      </label>
      <div className={styles.frame}>
        <input
          id={id}
          className={styles.amount}
          style={amountStyle(shown)}
          data-entry=""
          data-home=""
          data-empty={amount === 0 && scan === '' ? '' : undefined}
          inputMode="none"
          autoComplete="off"
          value={shown}
          aria-invalid={problem !== null}
          onPaste={(event) => {
            event.preventDefault();
            actions.clearError();
            entry.dispatch({ type: 'paste', text: event.clipboardData.getData('text') }, limit);
          }}
          onChange={(event) => {
            // Keys are taken before they get here; what still arrives comes from an input method, one sign at its end.
            const digit = digitOf(event.target.value.at(-1) ?? '');
            if (digit !== null) push(digit);
          }}
        />
      </div>
    </div>
  );
}
