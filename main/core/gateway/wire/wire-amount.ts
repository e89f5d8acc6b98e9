import { z } from 'zod';
import type { Centavos } from '../../../../shared/domain/money/centavos.ts';
import { fromComputedNumber, fromComputedText } from '../../../../shared/domain/money/decimal-reais.ts';
import { cleanText } from './clean-text.ts';

/** An amount of an answer. */
export interface WireAmount {
  /** Null if there is no amount, or if it is not whole centavos: money is never guessed. */
  readonly amount: Centavos | null;
  /** The amount as it came, if it cannot be read, for support. Else null. */
  readonly unread: string | null;
}

const NO_AMOUNT: WireAmount = { amount: null, unread: null };
const MAX_UNREAD = 40;

/**
 * Reads an amount of an answer: a JSON number of reais, or a text of one, with whole centavos. An amount that cannot be read
 * does not fail, because the status word beside it is still an answer about the order.
 */
export const wireAmount = z.unknown().optional().transform(readAmount);

/** Reads an amount, or null if it cannot be read. */
export const optionalWireAmount = wireAmount.transform(({ amount }) => amount);

function readAmount(value: unknown): WireAmount {
  if (value === undefined || value === null) return NO_AMOUNT;
  if (typeof value === 'string' && value.trim() === '') return NO_AMOUNT;
  const read =
    typeof value === 'number'
      ? fromComputedNumber(value)
      : typeof value === 'string'
        ? fromComputedText(value.trim())
        : null;
  if (read?.ok === true) return { amount: read.value, unread: null };
  const came = typeof value === 'string' ? value : JSON.stringify(value);
  return { amount: null, unread: cleanText(came, MAX_UNREAD) };
}
