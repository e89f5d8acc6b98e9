import type { EpochMs } from '../../../shared/kernel/time.ts';

/** The time from opening to closing of a till by an operator. The operator of the open shift is signed in, also after a restart. */
export interface Shift {
  readonly id: string;
  readonly operatorId: string;
  readonly openedAt: EpochMs;
}
