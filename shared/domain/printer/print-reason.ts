/** Why nothing, or not everything, was printed. */
export const TRANSPORT_REASONS = [
  /** No such printer on the cable or in the network: switched off, unplugged, wrong address. */
  'UNREACHABLE',
  /** Another program holds the printer. */
  'BUSY',
  /** The system denies the device to this user. */
  'NO_PERMISSION',
  /** The system has no driver, or the wrong one, between us and the device. */
  'NO_DRIVER',
  'PAPER_OUT',
  'COVER_OPEN',
  /** The printer says that it is offline and not why. */
  'OFFLINE',
  /** It took no byte for `idleMs`. */
  'NO_PROGRESS',
  /** It vanished, or closed the connection, during the job. */
  'UNPLUGGED',
  /** The system refused the job: an unknown queue, a full disk, a path that cannot be written. */
  'REJECTED',
  /** The caller's signal, or the limit of the whole job, ended it. */
  'ABORTED',
] as const;
export type TransportReason = (typeof TRANSPORT_REASONS)[number];

/** Why a job is in its state: the printer's reasons, and two that the queue adds. */
export const PRINT_REASONS = [
  ...TRANSPORT_REASONS,
  /** It waited too long to be printed without being asked for again. */
  'STALE',
  /** The till ended while it was being sent. */
  'TILL_ENDED',
] as const;
export type PrintReason = (typeof PRINT_REASONS)[number];
