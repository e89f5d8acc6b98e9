/**
 * The states of a print job. `queued`: no byte was sent. `sending`: bytes may be on their way. `delivered`: the printer took all
 * bytes. `held`: the printer took a part, or the job is too old; a person decides. `unknown`: the till ended while sending; a
 * person decides. `cancelled`: it is not printed any more.
 */
export type PrintState = 'queued' | 'sending' | 'delivered' | 'held' | 'unknown' | 'cancelled';

/** True while a person must decide about the job. */
export function isAsking({ state }: { readonly state: PrintState }): boolean {
  return state === 'held' || state === 'unknown';
}
