import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { sendProblem, type ProblemCode } from './problem.ts';

/** What has to fit before a call looks at it: a body, or a query. */
export type Checked<T> = { readonly value: T } | { readonly refused: FastifyReply };

/** Fields whose failure has a code of its own. */
export type FieldCodes = Readonly<Partial<Record<string, ProblemCode>>>;

/** The parsed input; or the problem that names the first field that does not fit, already sent. */
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
 * A text that may be left out, or be null, which means the same. Half a sign is replaced: no file keeps it, and what is kept
 * would not be what its event says.
 */
export function optionalText(max: number): z.ZodType<string | undefined> {
  return z
    .string()
    .max(max)
    .nullish()
    .transform((text) => text?.toWellFormed());
}

export const requestId = z.string().regex(/^[A-Za-z0-9._-]{8,64}$/);
