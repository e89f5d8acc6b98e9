import { useLayoutEffect, useRef, type CSSProperties, type ReactNode } from 'react';
import { digitOf, type AmountEntry, type EntryAction } from '../../../shared/domain/money/digit-entry.ts';

/** The box of a money field. It draws what was entered, and takes pastes and input methods. Keys are its owner's. */
export function MoneyInput(props: {
  readonly id: string;
  readonly className: string | undefined;
  readonly style?: CSSProperties;
  readonly entry: AmountEntry;
  readonly shown: string;
  readonly onAct: (action: EntryAction) => void;
  readonly home?: boolean;
  /** True for the field of a whole screen: its keys come from the screen, wherever the focus is. */
  readonly isScreens?: boolean;
  /** The id of the words of its problem. */
  readonly describedBy?: string;
}): ReactNode {
  const { id, className, style, entry, shown, onAct, home = false, isScreens = false, describedBy } = props;
  const ref = useRef<HTMLInputElement>(null);
  /** Draws what the next digit replaces as selected text. A selection can be seen only where the focus is. */
  const select = (): void => {
    const input = ref.current;
    if (input === null || document.activeElement !== input) return;
    input.setSelectionRange(entry.isFilled ? 0 : shown.length, shown.length);
  };
  useLayoutEffect(select);
  return (
    <input
      ref={ref}
      id={id}
      className={className}
      style={style}
      data-entry={isScreens ? '' : undefined}
      data-home={home ? '' : undefined}
      data-empty={entry.amount === 0 ? '' : undefined}
      data-filled={entry.isFilled ? '' : undefined}
      inputMode={isScreens ? 'none' : 'decimal'}
      autoComplete="off"
      value={shown}
      aria-invalid={entry.problem !== null}
      aria-describedby={describedBy}
      onPaste={(event) => {
        event.preventDefault();
        onAct({ type: 'paste', text: event.clipboardData.getData('text') });
      }}
      onChange={(event) => {
        // Keys are taken before they get here; what still arrives comes from an input method, one sign at its end.
        const digit = digitOf(event.target.value.at(-1) ?? '');
        if (digit !== null) onAct({ type: 'digit', digit });
      }}
      onFocus={() => {
        select();
        if (!isScreens && entry.problem === null) onAct({ type: 'select' });
      }}
    />
  );
}
