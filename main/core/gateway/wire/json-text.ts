import { toDecimalReais } from '../../../../shared/domain/money/decimal-reais.ts';
import type { Centavos } from '../../../../shared/domain/money/centavos.ts';

/**
 * A piece of JSON. Bodies are put together from pieces and not stringified, because an amount must be sent as its exact decimal
 * literal (`12.30`) and never as a binary fraction (section 10, row 15).
 */
export type JsonText = string & { readonly __brand: 'JsonText' };

/** Returns a string, a number or a boolean as JSON. */
export function jsonValue(value: string | number | boolean): JsonText {
  return JSON.stringify(value) as JsonText;
}

/** Returns centavos as a JSON number of reais with two decimals. */
export function jsonReais(amount: Centavos): JsonText {
  return toDecimalReais(amount) as JsonText;
}

/** Returns an object of pieces. Leaves out members that are undefined. */
export function jsonObject(members: Readonly<Record<string, JsonText | undefined>>): JsonText {
  const written = Object.entries(members).flatMap(([name, value]) =>
    value === undefined ? [] : [`${JSON.stringify(name)}:${value}`],
  );
  return `{${written.join(',')}}` as JsonText;
}

/** Returns an array of pieces. */
export function jsonArray(elements: readonly JsonText[]): JsonText {
  return `[${elements.join(',')}]` as JsonText;
}
