/**
 * `queued`: nothing has left. `sending`: bytes may be leaving. `delivered`: the printer took all of them. `held`: part of
 * them, or too old to come out unasked: a person decides. `unknown`: the till died while sending. `cancelled`: not wanted.
 */
export type PrintState = 'queued' | 'sending' | 'delivered' | 'held' | 'unknown' | 'cancelled';

/** True while a person must say what is on the paper. */
export function isAsking({ state }: { readonly state: PrintState }): boolean {
  return state === 'held' || state === 'unknown';
}
