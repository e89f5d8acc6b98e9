import { err, ok, type Result } from '../../kernel/result.ts';
import { isCentavos, type Centavos } from './centavos.ts';

/** Why a decimal number is not a sum in reais. */
export type DecimalReaisError = 'not-a-number' | 'negative' | 'too-many-decimals' | 'too-large';

/** JSON's grammar for a number, less the exponent (RFC 8259, section 6). */
const PLAIN_DECIMAL = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/;

/** Returns reais as a decimal number with a point and two decimals, `12.34`, as in the gateway's JSON and in field 54 of a BR Code. */
export function toDecimalReais(amount: Centavos): string {
  const digits = String(amount).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Returns the centavos of a decimal number of reais as JSON writes it: `12`, `12.3`, `12.30`. After the second decimal only zeros
 * are allowed. Refuses an exponent with `not-a-number`, because it is not a usual form of an amount and hides the size.
 */
export function fromDecimalReais(text: string): Result<Centavos, DecimalReaisError> {
  const match = PLAIN_DECIMAL.exec(text);
  if (!match) return err('not-a-number');
  const [, sign, reais = '', decimals = ''] = match;
  if (sign) return err('negative');
  if (/[1-9]/.test(decimals.slice(2))) return err('too-many-decimals');
  return fromDigits(reais, decimals.slice(0, 2));
}

/**
 * Returns the centavos of a number of reais from `JSON.parse`. Reads the shortest text of the number digit by digit, so its binary
 * fraction does not matter. Exact for every sum up to `MAX_CENTAVOS`.
 */
export function fromWireNumber(value: number): Result<Centavos, DecimalReaisError> {
  if (!Number.isFinite(value)) return err('not-a-number');
  if (value < 0) return err('negative');
  if (value >= 1e21) return err('too-large'); // from here on the text has an exponent
  if (value > 0 && value < 1e-6) return err('too-many-decimals'); // and below here
  return fromDecimalReais(String(value));
}

/** Relative size of what a few operations on doubles leave behind: 4 to 8 units in the last place. */
const FLOAT_ERROR = 2 ** -50;
/**
 * Half a thousandth of a real: the largest difference that is accepted as a floating point error. Every third decimal is farther
 * from a whole centavo than this, and no number is this near to two centavos.
 */
const MOST_FLOAT_ERROR = 0.0005;

/**
 * Returns the whole centavos of a number of reais that was computed with doubles: `25.900000000000002` and `0.1 + 0.2` are sums of
 * whole centavos, `25.905` is not. The number may differ from the nearest centavo only by a floating point error: by 2^-50 of
 * itself, or of one real for smaller numbers, which may be the rest of a subtraction. Above 560 billion reais that would approach a
 * centavo, so `MOST_FLOAT_ERROR` is the limit there. Above 4 trillion only the double nearest to the centavo is accepted.
 */
export function fromComputedNumber(value: number): Result<Centavos, DecimalReaisError> {
  const exact = fromWireNumber(value);
  if (exact.ok || !Number.isFinite(value)) return exact;
  const nearest = Math.round(value * 100) + 0; // plus zero: what is just below zero rounds to minus zero
  if (!isCentavos(nearest)) return exact;
  const allowed = Math.min(FLOAT_ERROR * Math.max(1, value), MOST_FLOAT_ERROR);
  return Math.abs(value - nearest / 100) <= allowed ? ok(nearest) : exact;
}

/** Does the same for a number in a text. Refuses an exponent with `not-a-number`. */
export function fromComputedText(text: string): Result<Centavos, DecimalReaisError> {
  const exact = fromDecimalReais(text);
  return !exact.ok && exact.error === 'too-many-decimals' ? fromComputedNumber(Number(text)) : exact;
}

/**
 * Returns centavos from digits: whole reais, and no, one or two digits of decimals. Joins the digits as text. Only a number far
 * above the limit is rounded, and it stays above it.
 */
export function fromDigits(reais: string, decimals: string): Result<Centavos, 'too-large'> {
  const amount = Number(reais + decimals.padEnd(2, '0'));
  return isCentavos(amount) ? ok(amount) : err('too-large');
}
