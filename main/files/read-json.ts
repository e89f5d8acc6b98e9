import type { z } from 'zod';
import { readText, renameFile } from './file-operations.ts';
import { isHeldError } from './while-held.ts';

export type ReadOutcome<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'missing' }
  /** Another program holds the file. */
  | { readonly kind: 'held' }
  /** The file exists and cannot be used. It was not changed. */
  | { readonly kind: 'unusable'; readonly reason: string };

/** Reads a small JSON file of the app. */
export function readJson<T>(path: string, schema: z.ZodType<T>): ReadOutcome<T> {
  let text: string;
  try {
    text = readText(path);
  } catch (error) {
    if (isHeldError(error)) return { kind: 'held' };
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
    // The message of the parser quotes the file, which may have secrets.
    return { kind: 'unusable', reason: 'not JSON' };
  }
}

/** Renames an unusable file to a name with the time, so that nothing is lost. Returns the new name. */
export function setAside(path: string, nowMs: number): string {
  const aside = `${path}.${new Date(nowMs).toISOString().replaceAll(':', '-')}.unusable`;
  renameFile(path, aside);
  return aside;
}
