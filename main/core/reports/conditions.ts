import type { Wanted } from './wanted.ts';
import { about, allOf, oneOf, type Piece } from './sql.ts';
import { textHolds } from './text-search.ts';

/** Where the bands of amounts end, centavos: as migration 50 has them. */
const BANDS = [500, 1000, 2000, 5000, 10_000, 50_000] as const;

/** What cells and charges have in common. `panel` is left out where every status is to be counted. */
function dimensions({ wallets, operators, tills, late, unproven, panels }: Wanted, panel: boolean): Piece {
  return allOf([
    panel ? oneOf('panel', 'panel', panels) : null,
    oneOf('wallet', 'wallet', wallets),
    oneOf('operator', 'operator', operators),
    oneOf('till', 'till', tills),
    late === true ? { sql: 'late = 1', values: {} } : null,
    unproven === true ? { sql: 'unproven = 1', values: {} } : null,
  ]);
}

/** Cells that may hold wanted charges. */
export function cellHolds(wanted: Wanted, panel = true): Piece {
  const { min, max } = wanted;
  return allOf([
    dimensions(wanted, panel),
    about('band >= @lowBand', 'lowBand', min === undefined ? undefined : bandOf(min)),
    about('band <= @highBand', 'highBand', max === undefined ? undefined : bandOf(max)),
  ]);
}

/** Charges that are wanted. The column of the day stands in no expression that would keep an index from it. */
export function chargeHolds(wanted: Wanted, panel = true): Piece {
  const { min, max, fromDay, toDay, fromAt, toAt } = wanted;
  return allOf([
    dimensions(wanted, panel),
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

function bandOf(amount: number): number {
  const band = BANDS.findIndex((end) => amount < end);
  return band === -1 ? BANDS.length : band;
}
