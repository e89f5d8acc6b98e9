import type { ChargeStatus } from '../../../shared/domain/charge/charge.ts';
import type { PanelStatus } from '../../../shared/domain/charge/panel-status.ts';
import type { EpochMs } from '../../../shared/kernel/time.ts';

/**
 * The one filter of charges: the payment list, report files and the local API select by it. A field that is absent allows every
 * value. A charge must match all fields that are set. A list matches if one of its values does.
 */
export interface ChargeFilter {
  /** Business days as they are stored with the charges, both included. */
  readonly fromDay?: string | undefined;
  readonly toDay?: string | undefined;
  /** Instants of creation: `from` is included, `to` is not. */
  readonly from?: EpochMs | undefined;
  readonly to?: EpochMs | undefined;
  /** Limits of the amount, centavos, both included. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly panels?: readonly PanelStatus[] | undefined;
  readonly statuses?: readonly ChargeStatus[] | undefined;
  readonly wallets?: readonly string[] | undefined;
  readonly operators?: readonly string[] | undefined;
  readonly stores?: readonly string[] | undefined;
  readonly tills?: readonly string[] | undefined;
  /** The whole reference, in upper and lower case as it was written. */
  readonly reference?: string | undefined;
  /** Only charges with a late payment. */
  readonly late?: true | undefined;
  /** Only charges that were settled without proof. */
  readonly unproven?: true | undefined;
  /** A text that `textIndexes` can find. Ignores upper and lower case. */
  readonly text?: string | undefined;
}
