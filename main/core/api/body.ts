import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { sendProblem, type ProblemCode } from './problem.ts';

/** The parsed input of a call, or the problem that was sent instead. */
export type Checked<T> = { readonly value: T } | { readonly refused: FastifyReply };

/** The problem codes of fields that have their own. */
export type FieldCodes = Readonly<Partial<Record<string, ProblemCode>>>;

/** Parses the body or the query of a call. If it does not fit the schema, sends a problem that names the first wrong field. */
export function check<T>(
  schema: z.ZodType<T>,
  input: unknown,
  reply: FastifyReply,
  codes: FieldCodes = {},
): Checked<T> {
  const parsed = schema.safeParse(input ?? {});
  if (parsed.success) return { value: parsed.data };
  const issue = parsed.error.issues[0];
  const field = issue?.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : String(issue?.path[0] ?? '');
  const code = codes[field];
  if (code !== undefined) return { refused: sendProblem(reply, code, { field }) };
  const detail =
    field === '' ? 'O pedido deve ser um objeto JSON' : `Campo com problema: ${field.slice(0, 60)}`;
  return { refused: sendProblem(reply, 'invalid_request', { field: field.slice(0, 60) }, detail) };
}

/**
 * Returns the schema of a text of at most `max` characters that may be absent or null. Replaces lone surrogates, which a file
 * cannot store: the row would differ from its event.
 */
export function optionalText(max: number): z.ZodType<string | undefined> {
  return z
    .string()
    .max(max)
    .nullish()
    .transform((text) => text?.toWellFormed());
}

/** The schema of a request id: 8 to 64 characters. */
export const requestId = z.string().regex(/^[A-Za-z0-9._-]{8,64}$/);
