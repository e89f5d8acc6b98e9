import { readFileSync, renameSync } from 'node:fs';
import type { z } from 'zod';

export type ReadOutcome<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'missing' }
  /** It is there and cannot be used. Nothing was changed. */
  | { readonly kind: 'unusable'; readonly reason: string };

/** Reads a small JSON file of ours. */
export function readJson<T>(path: string, schema: z.ZodType<T>): ReadOutcome<T> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return code === 'ENOENT' ? { kind: 'missing' } : { kind: 'unusable', reason: code };
  }
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return { kind: 'found', value: parsed.data };
    return {
      kind: 'unusable',
      reason: `not as expected at ${parsed.error.issues[0]?.path.join('.') ?? '?'}`,
    };
  } catch {
    // The parser's own message quotes the file, which may hold secrets.
    return { kind: 'unusable', reason: 'not JSON' };
  }
}

/** Moves an unusable file out of the way under a name that says when, so that nothing is lost. Gives that name. */
export function setAside(path: string, nowMs: number): string {
  const aside = `${path}.${new Date(nowMs).toISOString().replaceAll(':', '-')}.unusable`;
  renameSync(path, aside);
  return aside;
}
