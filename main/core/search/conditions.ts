import { CHARGE_STATUSES, type ChargeStatus } from '../../../shared/domain/charge/charge.ts';
import { panelStatusOf, type PanelStatus } from '../../../shared/domain/charge/panel-status.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import type { EpochMs } from '../../../shared/kernel/time.ts';
import { ulidFloor } from '../../../shared/kernel/ulid.ts';
import type { ChargeFilter } from './charge-filter.ts';
import { dayRange } from './day-range.ts';
import { and, bind, oneOf, only, or, type SqlPart } from './sql.ts';
import { textMatches } from './text-search.ts';

/** The upper limits of the bands of amounts, centavos, as in migration 50. */
const BANDS = [500, 1000, 2000, 5000, 10_000, 50_000] as const;

/** Returns the conditions on columns that report cells and charges have under the same names. */
function sharedColumns({ wallets, operators, stores, tills, late }: ChargeFilter): SqlPart {
  return and([
    oneOf('wallet', 'wallet', wallets),
    oneOf('operator', 'operator', operators),
    oneOf('store', 'store', stores),
    oneOf('till', 'till', tills),
    only(late, 'late = 1'),
  ]);
}

/** Returns the condition for report cells that can hold matching charges. The period of the cell is not part of it. */
export function cellMatches(filter: ChargeFilter): SqlPart {
  const { panels, statuses, unproven, min, max } = filter;
  return and([
    sharedColumns(filter),
    oneOf('panel', 'panel', panels),
    oneOf('panel', 'panelOfStatus', statuses && panelsOf(statuses)),
    only(unproven, 'unproven = 1'),
    bind('band >= @lowBand', 'lowBand', min === undefined ? undefined : bandOf(min)),
    bind('band <= @highBand', 'highBand', max === undefined ? undefined : bandOf(max)),
  ]);
}

/** True if report cells tell which of their charges match, apart from the days and instants of the filter. */
export function cellsSuffice({ statuses, min, max, reference, text }: ChargeFilter): boolean {
  return [statuses, min, max, reference, text].every((field) => field === undefined);
}

/**
 * Returns the condition for matching charges. `fromDay` and `toDay` are not part of it: a statement reads one day, or adds
 * `inDayRange`. No generated column is named, because SQLite would then read the row although the index of days has the value.
 * The plus signs keep SQLite from an index that leads to more charges than the day.
 */
export function chargeMatches(filter: ChargeFilter): SqlPart {
  const { panels, statuses, unproven, min, max, reference, from, to, text } = filter;
  return and([
    sharedColumns(filter),
    panels === undefined ? null : hasPanel(panels),
    oneOf('+status', 'status', statuses),
    only(unproven, 'forced_outcome IS NOT NULL'),
    bind('amount_centavos >= @min', 'min', min),
    bind('amount_centavos <= @max', 'max', max),
    bind('+reference = @reference', 'reference', reference),
    bind('id >= @fromId', 'fromId', firstId(from)),
    bind('id < @toId', 'toId', firstId(to)),
    textMatches(text),
  ]);
}

/** Returns the condition for charges of the days of a filter. The plus signs keep SQLite from the index of days. */
export function inDayRange(filter: ChargeFilter): SqlPart {
  const { low, high } = dayRange(filter);
  return {
    sql: '+business_day >= @lowDay AND +business_day <= @highDay',
    values: { lowDay: low, highDay: high },
  };
}

/** Returns the smallest id of an instant. Ids begin with the instant of creation, and the index of days has them. */
function firstId(at: EpochMs | undefined): string | undefined {
  return at === undefined ? undefined : ulidFloor(at);
}

function hasPanel(panels: readonly PanelStatus[]): SqlPart {
  const statusesOf = (isRefunded: boolean): ChargeStatus[] =>
    CHARGE_STATUSES.filter((status) => panels.includes(panelOf(status, isRefunded)));
  return or([
    and([{ sql: 'refunded_centavos = 0', values: {} }, oneOf('status', 'unrefunded', statusesOf(false))]),
    and([{ sql: 'refunded_centavos > 0', values: {} }, oneOf('status', 'refunded', statusesOf(true))]),
  ]);
}

/** Returns the panel words that charges of these statuses can have. */
function panelsOf(statuses: readonly ChargeStatus[]): PanelStatus[] {
  return [...new Set(statuses.flatMap((status) => [panelOf(status, false), panelOf(status, true)]))];
}

function panelOf(status: ChargeStatus, isRefunded: boolean): PanelStatus {
  return panelStatusOf({ status, refundedAmount: centavos(isRefunded ? 1 : 0) });
}

function bandOf(amount: number): number {
  const band = BANDS.findIndex((limit) => amount < limit);
  return band === -1 ? BANDS.length : band;
}
