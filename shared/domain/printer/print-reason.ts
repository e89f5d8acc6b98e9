/** Why a printer printed nothing, or not everything. */
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
  /** The printer says that it is offline and does not say why. */
  'OFFLINE',
  /** The print service or the driver has not returned from a call. */
  'NO_ANSWER',
  /** The printer took no byte for `idleMs`. */
  'NO_PROGRESS',
  /** The printer vanished, or closed the connection, during the job. */
  'UNPLUGGED',
  /** The system refused the job: an unknown queue, a full disk, a path that cannot be written. */
  'REJECTED',
  /** The job was removed from the system's queue before it was printed. */
  'REMOVED',
  /** The set-up is of a place that Balcão does not print to: a file, an address outside the shop, another port than 9100. */
  'NOT_ALLOWED',
  /** The caller's signal, or the time limit of the whole job, ended it. */
  'ABORTED',
] as const;
export type TransportReason = (typeof TRANSPORT_REASONS)[number];

/** Why a job is in its state: the reasons of the printer, and two of the queue. */
export const PRINT_REASONS = [
  ...TRANSPORT_REASONS,
  /** The job waited too long. */
  'STALE',
  /** The till ended while the job was being sent. */
  'TILL_ENDED',
] as const;
export type PrintReason = (typeof PRINT_REASONS)[number];
