import { z } from 'zod';
import type { Centavos } from '../../../../shared/domain/money/centavos.ts';
import {
  fromComputedNumber,
  fromComputedText,
  fromWireNumber,
  type DecimalReaisError,
} from '../../../../shared/domain/money/decimal-reais.ts';
import type { Result } from '../../../../shared/kernel/result.ts';

/** How the numbers of a request are read. */
export interface BodyNumbers {
  /** Reais. Whole centavos, never negative. */
  readonly amount: z.ZodType<Centavos>;
  /** The price of one item in centavos. It is only multiplied and compared with the total, so it may have a fraction. */
  readonly unitPrice: z.ZodType<number>;
  readonly number: z.ZodType<number>;
}

type Read<T> = (value: T) => Result<Centavos, DecimalReaisError>;

const amountFrom = <T>(schema: z.ZodType<T>, read: Read<T>): z.ZodType<Centavos> =>
  schema.transform((value, context) => {
    const amount = read(value);
    if (amount.ok) return amount.value;
    context.addIssue({ code: 'custom', message: amount.error });
    return z.NEVER;
  });

const exact = amountFrom(z.number(), fromWireNumber);

/** As the published description says: JSON numbers, and amounts with two decimals at most. */
export const STRICT_NUMBERS: BodyNumbers = { amount: exact, unitPrice: exact, number: z.number() };

/** A decimal number in a text: `3600`, `-5.00`, `25.9000`. */
const numberText = z
  .string()
  .trim()
  .regex(/^-?\d{1,15}(?:\.\d{1,20})?$/);
const number = z.union([z.number(), numberText.transform(Number)]);

/**
 * As the real gateway reads, judged by the official plug-ins that work with it: numbers as texts, unit prices with more than two
 * decimals, and unit prices below zero for discounts. An amount may have the rest of a computation with doubles. It must be
 * whole centavos also here.
 */
export const LENIENT_NUMBERS: BodyNumbers = {
  amount: amountFrom(z.union([z.number(), numberText]), (value) =>
    typeof value === 'number' ? fromComputedNumber(value) : fromComputedText(value),
  ),
  unitPrice: number.transform((reais) => {
    const whole = fromComputedNumber(Math.abs(reais));
    return whole.ok ? Math.sign(reais) * whole.value : reais * 100;
  }),
  number,
};
