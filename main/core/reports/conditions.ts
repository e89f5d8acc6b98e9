import { CHARGE_STATUSES, type ChargeStatus } from '../../../shared/domain/charge/charge.ts';
import { panelStatusOf } from '../../../shared/domain/charge/panel-status.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import type { Wanted } from './wanted.ts';
import { about, allOf, anyOf, oneOf, type Piece } from '../search/sql.ts';
import { textHolds } from '../search/text-search.ts';

/** Where the bands of amounts end, centavos: as migration 50 has them. */
const BANDS = [500, 1000, 2000, 5000, 10_000, 50_000] as const;

/** What cells and charges have under the same names. */
function dimensions({ wallets, operators, stores, tills, late }: Wanted): Piece {
  return allOf([
    oneOf('wallet', 'wallet', wallets),
    oneOf('operator', 'operator', operators),
    oneOf('store', 'store', stores),
    oneOf('till', 'till', tills),
    late === true ? { sql: 'late = 1', values: {} } : null,
  ]);
}

/** Cells that may hold wanted charges. `panel` is false where every status is to be counted. */
export function cellHolds(wanted: Wanted, panel = true): Piece {
  const { min, max } = wanted;
  return allOf([
    dimensions(wanted),
    panel ? oneOf('panel', 'panel', wanted.panels) : null,
    wanted.unproven === true ? { sql: 'unproven = 1', values: {} } : null,
    about('band >= @lowBand', 'lowBand', min === undefined ? undefined : bandOf(min)),
    about('band <= @highBand', 'highBand', max === undefined ? undefined : bandOf(max)),
  ]);
}

/**
 * Charges that are wanted. It names no generated column: SQLite would then read the row for what the index of days has.
 */
export function chargeHolds(wanted: Wanted, panel = true): Piece {
  const { min, max, fromDay, toDay, fromAt, toAt } = wanted;
  return allOf([
    dimensions(wanted),
    panel ? isOneOf(wanted.panels) : null,
    wanted.unproven === true ? { sql: 'forced_outcome IS NOT NULL', values: {} } : null,
    about('amount_centavos >= @min', 'min', min),
    about('amount_centavos <= @max', 'max', max),
    fromAt === undefined
      ? null
      : {
          sql: '(business_day > @cutFirst OR created_at_ms >= @fromAt)',
          values: { cutFirst: fromDay, fromAt },
        },
    toAt === undefined
      ? null
      : { sql: '(business_day < @cutLast OR created_at_ms < @toAt)', values: { cutLast: toDay, toAt } },
    textHolds(wanted.text),
  ]);
}

/** Charges that stand in one of the panel's words. */
function isOneOf(panels: Wanted['panels']): Piece | null {
  if (panels === undefined) return null;
  const words = panels as readonly string[];
  const sayIt = (status: ChargeStatus, refundedAmount: number): boolean =>
    words.includes(panelStatusOf({ status, refundedAmount: centavos(refundedAmount) }));
  const before = CHARGE_STATUSES.filter((status) => sayIt(status, 0));
  const after = CHARGE_STATUSES.filter((status) => sayIt(status, 1));
  return anyOf([
    allOf([{ sql: 'refunded_centavos = 0', values: {} }, oneOf('status', 'before', before)]),
    allOf([{ sql: 'refunded_centavos > 0', values: {} }, oneOf('status', 'after', after)]),
  ]);
}

function bandOf(amount: number): number {
  const band = BANDS.findIndex((end) => amount < end);
  return band === -1 ? BANDS.length : band;
}
