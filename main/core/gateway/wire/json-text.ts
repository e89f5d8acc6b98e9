import { toDecimalReais } from '../../../../shared/domain/money/decimal-reais.ts';
import type { Centavos } from '../../../../shared/domain/money/centavos.ts';

/**
 * A piece of JSON, ready to be sent. Bodies are put together from such pieces instead of being stringified, because an amount
 * must leave as its exact decimal literal (`12.30`) and never pass through a binary fraction (section 10, row 15).
 */
export type JsonText = string & { readonly __brand: 'JsonText' };

/** A string, a number or a truth value as JSON. */
export function jsonValue(value: string | number | boolean): JsonText {
  return JSON.stringify(value) as JsonText;
}

/** Centavos as a JSON number of reais with two decimals. */
export function jsonReais(amount: Centavos): JsonText {
  return toDecimalReais(amount) as JsonText;
}

/** An object of ready pieces; a member that is undefined is left out. */
export function jsonObject(members: Readonly<Record<string, JsonText | undefined>>): JsonText {
  const written = Object.entries(members).flatMap(([name, value]) =>
    value === undefined ? [] : [`${JSON.stringify(name)}:${value}`],
  );
  return `{${written.join(',')}}` as JsonText;
}

/** An array of ready pieces. */
export function jsonArray(elements: readonly JsonText[]): JsonText {
  return `[${elements.join(',')}]` as JsonText;
}
