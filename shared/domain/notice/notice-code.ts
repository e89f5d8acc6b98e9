/** The codes of the notices. A notice is a fact that a person must know and that no charge shows. */
export const NOTICE_CODES = [
  'ledger-restored',
  'ledger-started-anew',
  'ledger-damaged',
  /** The newest backup is ahead of the ledger, or belongs to another ledger. `detail` is its business day. */
  'ledger-not-newest',
  /** Removed when a backup is made. */
  'backup-failed',
  'clock-set-back',
  'disk-full',
  'read-only',
  'too-many-files',
  'credentials-refused',
  /** A manager settled a charge without proof as paid, and the money never came. `detail` is the formatted amount. */
  'forced-contradicted',
  /** Another process has the port that programs expect the local API at. `detail` is the port. */
  'api-port-taken',
] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];
