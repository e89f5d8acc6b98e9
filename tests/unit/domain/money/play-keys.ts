import { centavos } from '../../../../shared/domain/money/centavos.ts';
import {
  enterAmount,
  type AmountEntry,
  type EntryAction,
} from '../../../../shared/domain/money/digit-entry.ts';
import { ENTER_SIGN, followBurst, NO_BURST } from '../../../../shared/domain/scanner/burst.ts';

/** Signs at the speed of a hand, a key by its name, or another action. */
export type Step = string | EntryAction | { readonly scan: string; readonly gapMs?: number };

/** R$ 99.999,99. */
const LIMIT = centavos(9_999_999);
const HAND_MS = 120;
const SCANNER_MS = 4;

/** Returns a money field after these steps, and checks after each that it never holds more than the limit. */
export function play(start: AmountEntry, ...steps: readonly Step[]): AmountEntry {
  let entry = start;
  let burst = NO_BURST;
  let at = 10_000;
  const act = (action: EntryAction): void => {
    entry = enterAmount(entry, action, LIMIT);
    if (entry.amount > LIMIT) throw new Error(`${entry.amount} is above the limit`);
  };
  const strike = (sign: string, gapMs: number): void => {
    at += gapMs;
    burst = followBurst(burst, sign, at);
    act(sign === ENTER_SIGN ? { type: 'scanned', burst } : { type: 'sign', sign, burst });
  };
  for (const step of steps) {
    if (step === 'Backspace') act({ type: 'backspace' });
    else if (step === 'Escape') act({ type: 'escape' });
    else if (typeof step === 'string') for (const sign of step) strike(sign, HAND_MS);
    else if ('type' in step) act(step);
    else {
      at += 1_000;
      for (const sign of step.scan) strike(sign, step.gapMs ?? SCANNER_MS);
      at += 1_000;
    }
  }
  return entry;
}
