/** Two signs of a barcode scanner come less than this apart, ms. A hand is slower. */
export const SCANNER_GAP_MS = 35;

/** A scanned code goes on over a hiccup of the scanner up to this long, ms. A hand begins to type later than this. */
export const HICCUP_MS = 250;

/** The fewest signs at scanner speed that are a code. The `00` and `000` keys of a keypad type two and three at that speed. */
export const FEWEST_SIGNS = 4;

/** Enter as a sign of a burst. Most scanners send it after the code. */
export const ENTER_SIGN = '\n';

/** The last signs that came at scanner speed, one after the other. A hand makes bursts of one sign. */
export interface Burst {
  readonly signs: string;
  /** When its first and its last sign came, ms on the clock of the events. */
  readonly from: number;
  readonly at: number;
}

/** The burst before the first sign. */
export const NO_BURST: Burst = { signs: '', from: -Infinity, at: -Infinity };

/** Returns the burst after one more sign: a longer one if the sign came at scanner speed, else a new one. */
export function followBurst(burst: Burst, sign: string, at: number): Burst {
  const allowed = isScanned(burst) && !burst.signs.endsWith(ENTER_SIGN) ? HICCUP_MS : SCANNER_GAP_MS;
  const gap = at - burst.at;
  const isNext = burst.signs !== '' && gap >= 0 && gap < allowed;
  return isNext ? { ...burst, signs: burst.signs + sign, at } : { signs: sign, from: at, at };
}

/** True if only a scanner types this fast. Enter counts as a sign, so a code of three digits with Enter is scanned. */
export function isScanned({ signs }: Burst): boolean {
  return signs.length >= FEWEST_SIGNS;
}
