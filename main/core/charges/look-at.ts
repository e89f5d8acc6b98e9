import { attemptOf } from '../../../shared/domain/charge/charge.ts';
import { takesBack } from '../../../shared/domain/charge/unclear.ts';
import { handleOf, tell, type JobContext } from './job-context.ts';

/**
 * Asks the gateway about every order of a charge, and tells what it says. Resolves to true when each was answered with a
 * known word, and what it says is on disk. One answer that denies a refund is not told: the watch of that order tells it when the word lasts.
 */
export async function lookAt(chargeId: string, context: JobContext): Promise<boolean> {
  let heard = true;
  for (const { no, status } of context.charge(chargeId)?.attempts ?? []) {
    if (status === 'lost' || status === 'sent') heard = false;
    const charge = context.charge(chargeId);
    const handle = charge === null ? null : handleOf(charge, no);
    if (charge === null || handle === null) continue;
    const reading = await context.gateway.read(handle);
    if (!reading.ok || reading.value.word === 'unknown') heard = false;
    const attempt = attemptOf(charge, no);
    if (!reading.ok || attempt === null || takesBack(attempt, reading.value.word)) continue;
    const told = tell(context, charge, no, charge.version, reading.value);
    // What was heard and could not be written may not be said.
    if (!told.ok && told.error === 'storage-failed') heard = false;
  }
  return heard;
}
