import { centavos } from '../../shared/domain/money/centavos.ts';
import type { EntryAction } from '../../shared/domain/money/digit-entry.ts';
import { ENTER_SIGN, isScanned, type Burst } from '../../shared/domain/scanner/burst.ts';
import { BARCODE_MARK } from '../../shared/domain/short-code/short-code.ts';
import type { EntryStore } from '../stores/entry-store.ts';
import type { TillStore } from '../stores/till-store.ts';
import type { UiStore } from '../stores/ui-store.ts';

/** What the keys of the sell screen do to the amount and to a slip's code. */
export interface EntryActions {
  /** A key of the amount, from the keypad or the clipboard. */
  enter(action: EntryAction): void;
  /** A sign of the keyboard or of a scanner: of the amount, or of a slip's code. */
  type(sign: string, burst: Burst): void;
  /** The Enter of a scanner. Opens the charge of a slip's code and refuses every other code. */
  scanned(burst: Burst): Promise<void>;
  backspace(): void;
  /** Clears the code, else ends a refusal, else clears the amount. */
  escape(): void;
}

/** Signs of a typed code that are kept; a code and what people put between its letters are shorter. */
const MOST_TYPED = 12;

/** A scanned text that may still become the barcode of a slip, or is one. */
const SLIP = /^B[0-9A-Z]{0,7}$/i;
const WHOLE_SLIP = /^B[0-9A-Z]{7}$/i;

/** Creates what the signs of the sell screen do: they are an amount, a slip's code, or a barcode that is neither. */
export function entryActions({
  till,
  entry,
  ui,
  lookUp,
}: {
  readonly till: TillStore;
  readonly entry: EntryStore;
  readonly ui: UiStore;
  readonly lookUp: (code: string) => Promise<void>;
}): EntryActions {
  const enter = (action: EntryAction): void => {
    if (ui.getState().error !== null) ui.setState({ error: null });
    entry.dispatch(action, centavos(till.getState().view?.maxAmount ?? 0));
  };
  return {
    enter,
    type(sign, burst) {
      const { scan } = ui.getState();
      if (isScanned(burst)) {
        enter({ type: 'sign', sign, burst });
        const isSlip = SLIP.test(burst.signs);
        // The refusal has put the amount back. A slip's code is no reason to refuse it.
        if (isSlip) enter({ type: 'escape' });
        ui.setState({ scan: isSlip ? burst.signs.toUpperCase() : '' });
        return;
      }
      const { amount, problem } = entry.getState();
      const beginsCode = sign === BARCODE_MARK && amount === 0 && problem === null;
      if (scan === '' && !beginsCode) return enter({ type: 'sign', sign, burst });
      ui.setState({ scan: (scan + sign).slice(-MOST_TYPED), error: null });
    },
    async scanned(burst) {
      const code = burst.signs.replace(ENTER_SIGN, '');
      if (WHOLE_SLIP.test(code)) return lookUp(code.toUpperCase());
      ui.setState({ scan: '' });
      enter({ type: 'scanned', burst });
    },
    backspace() {
      const { scan } = ui.getState();
      if (scan === '') enter({ type: 'backspace' });
      else ui.setState({ scan: scan.slice(0, -1) });
    },
    escape() {
      const { scan } = ui.getState();
      if (scan === '') enter({ type: 'escape' });
      else ui.setState({ scan: '', error: null });
    },
  };
}
