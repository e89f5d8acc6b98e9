import type { PanelStatus } from '../../../shared/domain/charge/panel-status.ts';

/**
 * Which charges are wanted, with every word about time turned into days and instants. What is undefined does not matter.
 * Amounts in centavos, both ends in; instants in epoch ms.
 */
export interface Wanted {
  /** Business days, both in. */
  readonly fromDay: string;
  readonly toDay: string;
  /** Cuts the first day: this instant is in. */
  readonly fromAt?: number | undefined;
  /** Cuts the last day: this instant is out. */
  readonly toAt?: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly stores?: readonly string[] | undefined;
  readonly tills?: readonly string[] | undefined;
  readonly wallets?: readonly string[] | undefined;
  readonly panels?: readonly PanelStatus[] | undefined;
  readonly operators?: readonly string[] | undefined;
  readonly late?: boolean | undefined;
  readonly unproven?: boolean | undefined;
  readonly text?: string | undefined;
}

/** Below and above every day. */
export const FIRST_DAY = '0000-01-01';
export const LAST_DAY = '9999-12-31';
