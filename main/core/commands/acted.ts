import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { err, type Result } from '../../../shared/kernel/result.ts';
import type { ActError } from '../charges/charge-service.ts';
import type { Till } from '../till/till.ts';

/** The charge after the act, or the code of the refusal. */
export type Acted<E extends string> = Result<Charge, E | 'not-found' | 'storage-failed'>;

/**
 * Translates the outcome of a person's act into the codes of the command. After an act the charge needs no settle screen any
 * more. Throws for a refusal that `refusals` does not name, which this act cannot have.
 */
export function acted<E extends string>(
  till: Till,
  result: Result<Charge, ActError>,
  refusals: Partial<Record<ActError, E>>,
): Acted<E> {
  if (result.ok) {
    till.leftFromLastRun.delete(result.value.id);
    return result;
  }
  const code = refusals[result.error];
  if (code !== undefined) return err(code);
  if (result.error === 'not-found' || result.error === 'storage-failed') return err(result.error);
  throw new Error(`no words for ${result.error}`);
}
