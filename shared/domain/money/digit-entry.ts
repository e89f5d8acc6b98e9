import { err, ok, type Result } from '../../kernel/result.ts';
import { centavos, type Centavos } from './centavos.ts';

/** One key of the till's number pad. */
export type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** Returns the digit of a key (`KeyboardEvent.key`), or null for every other key. */
export function digitOf(key: string): Digit | null {
  return /^[0-9]$/.test(key) ? (Number(key) as Digit) : null;
}

/**
 * Returns the amount after one more digit. As on Brazilian tills, centavos fill from the right: 1, 2, 5, 0 make 0,01, 0,12, 1,25,
 * 12,50. Fails with `too-large` if the digit would exceed `limit`.
 */
export function pushDigit(amount: Centavos, digit: Digit, limit: Centavos): Result<Centavos, 'too-large'> {
  const next = amount * 10 + digit;
  return next > limit ? err('too-large') : ok(centavos(next));
}

/** Returns the amount without its last digit: 12,50 becomes 1,25. */
export function popDigit(amount: Centavos): Centavos {
  return centavos((amount - (amount % 10)) / 10);
}
