import type { TFunction } from 'i18next';
import { knownTextOf } from '../../shared/domain/gateway/known-texts.ts';

/** Returns the meaning of a text of the gateway or of the network in words. Null for a text that is not known. */
export function meaningText(t: TFunction, text: string): string | null {
  const known = knownTextOf(text);
  return known === null ? null : t(`meaning.${known}`);
}

/** Returns the reason of a problem for the inside of its sentence: ` (o pedido não foi encontrado)`, or nothing. */
export function whyText(t: TFunction, text: string): string {
  const meaning = meaningText(t, text);
  return meaning === null ? '' : ` (${meaning})`;
}
