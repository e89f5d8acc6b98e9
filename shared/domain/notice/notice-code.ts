/**
 * The codes of the notices, the most urgent first: the cashier's window shows one at a time. A notice is a fact that a person
 * must know and that no charge shows.
 */
export const NOTICE_CODES = [
  // No charge can be taken.
  /** Other keys are in use than the ones that the ledger knows. `detail` names them. No charge is taken until a manager signs. */
  'keys-changed-outside',
  'disk-full',
  'read-only',
  /** Another program has a file of the ledger open, or locks the ledger. `detail` is the file, then the programs if they are known. */
  'held-by-another-program',
  'credentials-refused',
  // The ledger may lack sales.
  'ledger-damaged',
  'ledger-rewritten',
  'ledger-cut',
  /** The ledger does not go through the head that was kept outside its folder. `detail` is the number of that row. */
  'ledger-rolled-back',
  /** The newest backup is ahead of the ledger, or belongs to another ledger. `detail` is its business day. */
  'ledger-not-newest',
  /** The head outside is gone, or this till did not write it. */
  'ledger-head-unproven',
  'ledger-started-anew',
  'ledger-restored',
  // Money.
  /** A manager settled a charge without proof as paid, and the money never came. `detail` is the formatted amount. */
  'forced-contradicted',
  /** Another process has the port that programs expect the local API at. `detail` is the port. */
  'api-port-taken',
  /** Another program holds `api.json`, which the till writes when it can. `detail` is the file, then the programs if they are known. */
  'api-file-held',
  // The machine.
  /** The system does not say which accounts have rights in the data folder. `detail` is the folder. */
  'folder-rights-unknown',
  'too-many-files',
  'clock-set-back',
  /** Removed when a backup is made. */
  'backup-failed',
  /**
   * The PINs of these people are locked after too many wrong ones. `detail` are their names. It goes when no PIN is locked. It is
   * the last, because the cashier cannot remove it and it would hide the others.
   */
  'pin-locked',
] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];

/** Notices about the ledger and its keys. Only a manager removes them, with the PIN, and an event records it. */
const FOR_MANAGERS: readonly NoticeCode[] = [
  'ledger-restored',
  'ledger-started-anew',
  'ledger-damaged',
  'ledger-not-newest',
  'ledger-rolled-back',
  'ledger-cut',
  'ledger-rewritten',
  'ledger-head-unproven',
  'keys-changed-outside',
];

/** True for a notice that only a manager may remove. */
export function isForManager(code: NoticeCode): boolean {
  return FOR_MANAGERS.includes(code);
}
