import type { ChargeStatus } from '../../../shared/domain/charge/charge.ts';
import type { PanelStatus } from '../../../shared/domain/charge/panel-status.ts';
import type { EpochMs } from '../../../shared/kernel/time.ts';
import { about, allOf, oneOf, type Piece } from './sql.ts';
import { textHolds } from './text-search.ts';

/** Which charges are wanted. What is left out does not matter; amounts in centavos, `to` not included. */
export interface ChargeFilter {
  readonly day?: string | undefined;
  readonly from?: EpochMs | undefined;
  readonly to?: EpochMs | undefined;
  /** Business days as they were written, both in; `from` and `to` then need to fit them only nearly. */
  readonly fromDay?: string | undefined;
  readonly toDay?: string | undefined;
  readonly statuses?: readonly ChargeStatus[] | undefined;
  /** The same by the panel's words. */
  readonly panels?: readonly PanelStatus[] | undefined;
  readonly wallets?: readonly string[] | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly reference?: string | undefined;
  readonly operators?: readonly string[] | undefined;
  readonly stores?: readonly string[] | undefined;
  readonly tills?: readonly string[] | undefined;
  readonly late?: true | undefined;
  /** Settled without proof by a manager. */
  readonly forced?: true | undefined;
  /** What `placesOf` finds a text in; letters in any case. */
  readonly text?: string | undefined;
}

/** What few charges are: an index leads straight to them. */
const RARE: readonly ChargeStatus[] = [
  'queued',
  'creating',
  'pending',
  'cancelling',
  'failed',
  'refund_pending',
];
/** True when an index leads to the few charges that this filter can find. */
export function findsFew(filter: ChargeFilter): boolean {
  if (filter.day !== undefined || filter.reference !== undefined) return true;
  return filter.statuses?.every((status) => RARE.includes(status)) ?? false;
}

/** The filter as SQL. */
export function conditions(filter: ChargeFilter): Piece {
  return allOf([
    about('business_day = @day', 'day', filter.day),
    // The plus keeps the index of days out, and that of amounts below: a list read in strides would walk through it for each.
    about('+business_day >= @fromDay', 'fromDay', filter.fromDay),
    about('+business_day <= @toDay', 'toDay', filter.toDay),
    about('reference = @reference', 'reference', filter.reference),
    about('+amount_centavos >= @min', 'min', filter.min),
    about('+amount_centavos <= @max', 'max', filter.max),
    filter.late === true ? { sql: 'late = 1', values: {} } : null,
    filter.forced === true ? { sql: 'forced_outcome IS NOT NULL', values: {} } : null,
    textHolds(filter.text),
    oneOf('operator', 'operator', filter.operators),
    oneOf('store', 'store', filter.stores),
    oneOf('till', 'till', filter.tills),
    oneOf('panel', 'panel', filter.panels),
    oneOf('status', 'status', filter.statuses),
    oneOf('wallet', 'wallet', filter.wallets),
  ]);
}
