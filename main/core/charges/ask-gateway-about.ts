import { attemptOf } from '../../../shared/domain/charge/charge.ts';
import { deniesRefund } from '../../../shared/domain/charge/unclear.ts';
import { handleOf, recordReading, type JobContext } from './job-context.ts';

/**
 * Asks the gateway about every order of a charge and records the answers. Resolves to true if each order was answered with
 * a known word and the answers are on disk. Does not record an answer that denies a refund: the watch of that order records
 * it after several equal readings.
 *
 * @param newestAnswered called when the newest order was answered, with whatever word, and the answer is on disk.
 */
export async function askGatewayAbout(
  chargeId: string,
  context: JobContext,
  newestAnswered: () => void,
): Promise<boolean> {
  let isAnswered = true;
  for (const { no, status } of context.charge(chargeId)?.attempts ?? []) {
    if (status === 'lost' || status === 'sent') isAnswered = false;
    const charge = context.charge(chargeId);
    const handle = charge === null ? null : handleOf(charge, no);
    if (charge === null || handle === null) continue;
    const reading = await context.gateway.read(handle);
    if (!reading.ok || reading.value.word === 'unknown') isAnswered = false;
    const attempt = attemptOf(charge, no);
    if (!reading.ok || attempt === null || deniesRefund(attempt, reading.value.word)) continue;
    const recorded = recordReading(context, charge, no, charge.version, reading.value);
    // An answer that is not on disk must not be shown.
    if (!recorded.ok && recorded.error === 'storage-failed') isAnswered = false;
    else if (no === charge.attempts.at(-1)?.no) newestAnswered();
  }
  return isAnswered;
}
