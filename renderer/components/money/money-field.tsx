import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AmountEntry, EntryAction } from '../../../shared/domain/money/digit-entry.ts';
import { isScanned } from '../../../shared/domain/scanner/burst.ts';
import { money } from '../amount.tsx';
import { Problem } from '../error-note.tsx';
import { bursts } from '../keys/burst-watch.ts';
import styles from '../text-field.module.css';
import { MoneyInput } from './money-input.tsx';

/**
 * A money field of a form, typed like the amount of a sale: the centavos fill from the right, a comma makes reais, the first
 * digit replaces what was there. What cannot be used is said under it, and then its Enter does nothing.
 */
export function MoneyField(props: {
  readonly label: string;
  readonly entry: AmountEntry;
  readonly onAct: (action: EntryAction) => void;
  /** The largest amount, for the words about a larger one. Without it they speak of digits. */
  readonly tooLarge?: string;
  /** True where nothing typed means any amount. Else an empty field is a problem. */
  readonly optional?: boolean;
  readonly home?: boolean;
}): ReactNode {
  const { label, entry, onAct, tooLarge, optional = false, home = false } = props;
  const { t } = useTranslation();
  const id = useId();
  const problem = entry.problem ?? (optional || entry.amount > 0 ? null : 'zero');
  const words = (name: NonNullable<typeof problem>): string =>
    name === 'too-large' ? (tooLarge ?? t('amountProblem.tooLong')) : t(`amountProblem.${name}`);
  return (
    <div
      className={styles.field}
      role="presentation"
      onKeyDown={(event) => {
        if (takeKey(event, entry, onAct)) event.preventDefault();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <MoneyInput
        id={id}
        className={styles.money}
        entry={entry}
        shown={optional && entry.amount === 0 && entry.decimals === null ? '' : money(entry.amount)}
        onAct={onAct}
        home={home}
        describedBy={`${id}-problem`}
      />
      <div id={`${id}-problem`} className={styles.problem}>
        {problem === null ? null : <Problem name={problem}>{words(problem)}</Problem>}
      </div>
    </div>
  );
}

/** Does what a key means in a money field. Returns true if the key must do nothing else. */
function takeKey(event: KeyboardEvent, entry: AmountEntry, onAct: (action: EntryAction) => void): boolean {
  const { key, ctrlKey, altKey, metaKey, repeat } = event;
  const burst = bursts.now();
  if (ctrlKey && key.toLowerCase() === 'a') onAct({ type: 'select' });
  if (ctrlKey || altKey || metaKey) return false;
  if (key === 'Enter') {
    if (isScanned(burst)) onAct({ type: 'scanned', burst });
    const isRefused = isScanned(burst) || entry.problem !== null;
    if (isRefused) event.stopPropagation();
    return isRefused;
  }
  if (key === 'Backspace') onAct({ type: 'backspace' });
  else if (key === 'Delete') onAct({ type: 'clear' });
  else if (key.length !== 1) return false;
  else if (!repeat && key !== ' ') onAct({ type: 'sign', sign: key, burst });
  event.stopPropagation();
  return true;
}
