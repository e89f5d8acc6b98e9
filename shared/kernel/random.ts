/** Chance as a port, so that one seed replays a whole run. */
export interface Random {
  /** A number in [0, 1). */
  fraction(): number;
  /** `length` random bytes. */
  bytes(length: number): Uint8Array;
}
