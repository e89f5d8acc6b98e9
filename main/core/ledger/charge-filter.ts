import type { ChargeStatus } from '../../../shared/domain/charge/charge.ts';
import { parseShortCode } from '../../../shared/domain/short-code/short-code.ts';
import type { EpochMs } from '../../../shared/kernel/time.ts';

/** Which charges are wanted. What is left out does not matter; amounts in centavos, `to` not included. */
export interface ChargeFilter {
  readonly day?: string | undefined;
  readonly from?: EpochMs | undefined;
  readonly to?: EpochMs | undefined;
  readonly statuses?: readonly ChargeStatus[] | undefined;
  readonly wallets?: readonly string[] | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly reference?: string | undefined;
  readonly operators?: readonly string[] | undefined;
  readonly till?: string | undefined;
  readonly late?: true | undefined;
  /** Settled without proof by a manager. */
  readonly forced?: true | undefined;
  /** Part of the reference, of the end-to-end id or of an order's id, or a short code; letters in any case. */
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

/** The filter as SQL. The text is made of our own words only; what came from outside is bound. */
export function conditions(filter: ChargeFilter): { where: string; values: Record<string, string | number> } {
  const parts = ['1 = 1'];
  const values: Record<string, string | number> = {};
  const one = (sql: string, name: string, value: string | number | undefined): void => {
    if (value === undefined) return;
    parts.push(sql);
    values[name] = value;
  };
  const oneOf = (column: string, name: string, list: readonly string[] | undefined): void => {
    if (list === undefined) return;
    parts.push(`${column} IN (${list.map((_, place) => `@${name}${place}`).join(', ')})`);
    list.forEach((value, place) => (values[`${name}${place}`] = value));
  };
  one('business_day = @day', 'day', filter.day);
  one('reference = @reference', 'reference', filter.reference);
  // The plus keeps the index of amounts out: a list read in strides would walk through it once for each stride.
  one('+amount_centavos >= @min', 'min', filter.min);
  one('+amount_centavos <= @max', 'max', filter.max);
  one('till = @till', 'till', filter.till);
  if (filter.late === true) parts.push('late = 1');
  if (filter.forced === true) parts.push('forced_outcome IS NOT NULL');
  if (filter.text !== undefined) {
    // LIKE's own signs are text here; it takes letters of either case as the same.
    values['text'] = `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`;
    values['code'] = (parseShortCode(filter.text) ?? '').slice(0, 6);
    parts.push(`(reference LIKE @text ESCAPE '\\' OR end_to_end_id LIKE @text ESCAPE '\\' OR substr(id, 21) = @code
      OR EXISTS (SELECT 1 FROM attempt WHERE charge_id = charge.id AND order_id LIKE @text ESCAPE '\\'))`);
  }
  oneOf('operator', 'operator', filter.operators);
  oneOf('status', 'status', filter.statuses);
  oneOf('wallet', 'wallet', filter.wallets);
  return { where: parts.join(' AND '), values };
}
