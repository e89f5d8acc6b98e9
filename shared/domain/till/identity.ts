/** Training sells at the embedded gateway, production at the real one. Their ledgers are separate. */
export const TILL_MODES = ['training', 'production'] as const;

export type TillMode = (typeof TILL_MODES)[number];

/** What a ledger is of. It never changes. The names of the till and of the store are labels, which may change at any time. */
export interface TillIdentity {
  /** ULID of the till. */
  readonly tillId: string;
  /** ULID of the store. */
  readonly storeId: string;
  readonly mode: TillMode;
}
