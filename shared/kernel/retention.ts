/** How long a till keeps what is not its ledger. docs/privacy.md tells people the same periods; a test compares them. */

/**
 * Backups are kept for so many of the store's days that have backups, and so are the files that a restore or damage left. Days
 * without a backup do not count, so a clock that leaps ahead removes nothing.
 */
export const BACKUP_DAYS = 30;

/** The bytes and the reference of a slip that was printed or cancelled are kept for so many days. */
export const SLIP_DAYS = 28;

/** The log of an app is in so many files, the oldest of which is removed. */
export const LOG_FILES = 6;
/** The size of one file of the log, in bytes. */
export const LOG_FILE_BYTES = 2 * 1024 * 1024;
