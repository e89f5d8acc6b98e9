import { z } from 'zod';
import type { Centavos } from '../../../../shared/domain/money/centavos.ts';
import { fromComputedNumber, fromComputedText } from '../../../../shared/domain/money/decimal-reais.ts';
import { cleanText } from './clean-text.ts';

/** An amount as an answer gives it. */
export interface WireAmount {
  /** Null where none was given, and where what was given is not a sum of whole centavos: money is never guessed. */
  readonly amount: Centavos | null;
  /** What came in the place of an amount and cannot be read, for support; null where nothing of the kind came. */
  readonly unread: string | null;
}

const NO_AMOUNT: WireAmount = { amount: null, unread: null };
const MAX_UNREAD = 40;

/**
 * An amount of an answer: a JSON number of reais, or a text of one, that means whole centavos. An amount that cannot be read never
 * fails: the status word beside it is still the gateway's answer about the order.
 */
export const wireAmount = z.unknown().optional().transform(readAmount);

/** The same for amounts whose unreadable form tells nothing: null for those. */
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
