/** A sum of money: a whole number of centavos of real, never negative, at most `MAX_CENTAVOS`. */
export type Centavos = number & { readonly __brand: 'Centavos' };

/** 2^51 centavos, R$ 22 trillion: up to here two decimals of a JavaScript number in reais are still exact. */
export const MAX_CENTAVOS = (2 ** 51) as Centavos;

/** True for a number that may stand as `Centavos`. Minus zero may not: it prints as a debt. */
export function isCentavos(value: unknown): value is Centavos {
  if (typeof value !== 'number' || !Number.isInteger(value) || Object.is(value, -0)) return false;
  return value >= 0 && value <= MAX_CENTAVOS;
}

/**
 * Brands a whole number of centavos. Throws a RangeError on anything else: a wrong number in the code is a bug.
 * What people type goes through `parseReais`, what the gateway sends through `fromDecimalReais` or `fromWireNumber`.
 */
export function centavos(value: number): Centavos {
  if (!isCentavos(value)) throw new RangeError(`not a sum in centavos: ${value}`);
  return value;
}
