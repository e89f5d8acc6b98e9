import { z } from 'zod';

/**
 * Characters that are no text: controls, line breaks, and the marks that reverse the text after them, so that people read other
 * words than the ones that are stored.
 */
const NO_TEXT = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/**
 * The schema of a text that a person or a program types, of at most `max` characters on one line. Replaces lone surrogates,
 * which a file cannot store: the row would differ from its event.
 */
export function plainText(max: number): z.ZodString {
  return z
    .string()
    .max(max)
    .refine((text) => !NO_TEXT.test(text))
    .overwrite((text) => text.toWellFormed());
}
