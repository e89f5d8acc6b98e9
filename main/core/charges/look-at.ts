import { handleOf, tell, type JobContext } from './job-context.ts';

/** Asks the gateway about every order of a charge that may still be or become paid. True when each was answered. */
export async function lookAt(chargeId: string, context: JobContext): Promise<boolean> {
  let heard = true;
  for (const { no, status } of context.charge(chargeId)?.attempts ?? []) {
    if (status === 'lost' || status === 'sent') heard = false;
    const charge = context.charge(chargeId);
    const handle = charge === null ? null : handleOf(charge, no);
    if (charge === null || handle === null) continue;
    const reading = await context.gateway.read(handle);
    if (!reading.ok || reading.value.word === 'unknown') heard = false;
    if (reading.ok) tell(context, charge, no, charge.version, reading.value);
  }
  return heard;
}
