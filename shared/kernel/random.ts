/** Randomness as a port, so that a seed can replay a whole run. */
export interface Random {
  /** A number in [0, 1). */
  fraction(): number;
  /** `length` random bytes. */
  bytes(length: number): Uint8Array;
}
