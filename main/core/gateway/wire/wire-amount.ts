import { z } from 'zod';
import { fromDecimalReais, fromWireNumber } from '../../../../shared/domain/money/decimal-reais.ts';

/**
 * An amount of an answer: a JSON number of reais (a numeric string is tolerated) that becomes centavos, exactly.
 * Anything that is not a sum of whole centavos makes the whole answer unusable: a wrong amount is doubt, not zero.
 */
const wireAmount = z.union([z.number(), z.string()]).transform((value, context) => {
  const amount = typeof value === 'number' ? fromWireNumber(value) : fromDecimalReais(value.trim());
  if (amount.ok) return amount.value;
  context.addIssue({ code: 'custom', message: amount.error });
  return z.NEVER;
});

/** The same where the gateway may say null, or nothing. */
export const optionalWireAmount = wireAmount.nullish().transform((amount) => amount ?? null);
