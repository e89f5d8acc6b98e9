import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { plainText } from '../../../shared/contract/plain-text.ts';
import { sendProblem, type ProblemCode } from './problem.ts';
import { isInherited } from './read-request.ts';

/** The parsed input of a call, or the problem that was sent instead. */
export type Checked<T> = { readonly value: T } | { readonly refused: FastifyReply };

/** The problem codes of fields that have their own. */
export type FieldCodes = ReadonlyMap<string, ProblemCode>;

/**
 * Parses the body or the query of a call. If it does not fit the schema, sends a problem that names the first wrong field. No
 * body is the same as an empty object if the call needs no field.
 */
export function check<T>(
  schema: z.ZodType<T>,
  input: unknown,
  reply: FastifyReply,
  codes: FieldCodes = new Map(),
): Checked<T> {
  const foreign =
    typeof input === 'object' && input !== null ? Object.keys(input).find(isInherited) : undefined;
  if (foreign !== undefined) return { refused: refuseField(reply, foreign) };
  const parsed = schema.safeParse(input === undefined ? {} : input);
  if (parsed.success) return { value: parsed.data };
  if (input === undefined)
    return { refused: sendProblem(reply, 'invalid_json', {}, 'Falta o corpo do pedido.') };
  const issue = parsed.error.issues[0];
  const field = issue?.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : String(issue?.path[0] ?? '');
  const code = codes.get(field);
  if (code !== undefined) return { refused: sendProblem(reply, code, { field }) };
  return { refused: refuseField(reply, field) };
}

function refuseField(reply: FastifyReply, field: string): FastifyReply {
  const name = field.slice(0, 60);
  const detail = name === '' ? 'O pedido deve ser um objeto JSON.' : `Campo com problema: ${name}`;
  return sendProblem(reply, 'invalid_request', { field: name }, detail);
}

/** Returns the schema of a plain text of at most `max` characters that may be absent or null. */
export function optionalText(max: number): z.ZodType<string | undefined> {
  return plainText(max)
    .nullish()
    .transform((text) => text ?? undefined);
}

/** The schema of a request id: 8 to 64 characters. */
export const requestId = z.string().regex(/^[A-Za-z0-9._-]{8,64}$/);
