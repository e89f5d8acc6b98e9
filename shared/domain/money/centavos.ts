/** A sum of money: a whole number of centavos of real, never negative, at most `MAX_CENTAVOS`. */
export type Centavos = number & { readonly __brand: 'Centavos' };

/** 2^51 centavos, R$ 22 trillion: up to this amount two decimals of a JavaScript number in reais are exact. */
export const MAX_CENTAVOS = (2 ** 51) as Centavos;

/** True for a number that can be `Centavos`. Refuses minus zero, because it is printed as a negative amount. */
export function isCentavos(value: unknown): value is Centavos {
  if (typeof value !== 'number' || !Number.isInteger(value) || Object.is(value, -0)) return false;
  return value >= 0 && value <= MAX_CENTAVOS;
}

/**
 * Brands a whole number of centavos. Throws a RangeError on any other number, which is a bug. Use `parseReais` for typed text and
 * `fromDecimalReais` or `fromWireNumber` for what the gateway sends.
 */
export function centavos(value: number): Centavos {
  if (!isCentavos(value)) throw new RangeError(`not a sum in centavos: ${value}`);
  return value;
}
