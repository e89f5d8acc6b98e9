/** What a notice is about: something that a person must know and that no charge shows. */
export const NOTICE_CODES = [
  'ledger-restored',
  'ledger-started-anew',
  'ledger-damaged',
  /** The newest backup is ahead of the ledger, or of another ledger: `detail` is its business day. */
  'ledger-not-newest',
  /** Removed when a backup is made. */
  'backup-failed',
  'clock-set-back',
  'disk-full',
  'read-only',
  'credentials-refused',
  /** A manager signed for money that never came: `detail` is the amount as people read it. */
  'forced-contradicted',
] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];
