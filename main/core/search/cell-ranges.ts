/** The period of a report cell. */
export type Grain = 'day' | 'month' | 'year';

/** The cells of one grain from the period `low` (included) to the period `below` (not included). */
export interface CellRange {
  readonly grain: Grain;
  readonly low: string;
  readonly below: string;
}

/** The longest first: the length of a period's name, and the endings that make it the name of its first and last day. */
const GRAINS = [
  { grain: 'year', length: 4, first: '-01-01', last: '-12-31' },
  { grain: 'month', length: 7, first: '-01', last: '-31' },
] as const;

/**
 * Returns the fewest cells that cover the days from `low` (included) to `below` (not included). Each limit is a text that sorts
 * between two days: a day, a day with `~`, a month, which sorts before its days, or a month with `~`, which sorts after them.
 */
export function cellRanges(low: string, below: string, level = 0): CellRange[] {
  if (low >= below) return [];
  const grain = GRAINS[level];
  if (grain === undefined) return [{ grain: 'day', low, below }];
  const [start, end] = [low.slice(0, grain.length), below.slice(0, grain.length)];
  const first = low <= start + grain.first ? start : `${start}~`;
  const beyond = below > end + grain.last ? `${end}~` : end;
  if (first >= beyond) return cellRanges(low, below, level + 1);
  return [
    { grain: grain.grain, low: first, below: beyond },
    ...cellRanges(low, first, level + 1),
    ...cellRanges(beyond, below, level + 1),
  ];
}
