/** How long the cells of the sums last. */
export type Grain = 'day' | 'month' | 'year';

/** Cells of one grain, by the names of their periods: `low` is in, `below` is out. */
export interface Stretch {
  readonly grain: Grain;
  readonly low: string;
  readonly below: string;
}

/** From the longest on: the length of a period's name, and what makes it that of its first day and of its last. */
const GRAINS = [
  { grain: 'year', length: 4, first: '-01-01', last: '-12-31' },
  { grain: 'month', length: 7, first: '-01', last: '-31' },
] as const;

/**
 * The fewest cells that cover the days from `low` (in) to `below` (out) and no other day. Either may be any text that
 * separates days as they are sorted, such as a month's name, which comes before all its days, or the same with `~`, which
 * comes after them.
 */
export function stretchesOf(low: string, below: string, level = 0): Stretch[] {
  if (low >= below) return [];
  const grain = GRAINS[level];
  if (grain === undefined) return [{ grain: 'day', low, below }];
  const [start, end] = [low.slice(0, grain.length), below.slice(0, grain.length)];
  const first = low <= start + grain.first ? start : `${start}~`;
  const beyond = below > end + grain.last ? `${end}~` : end;
  if (first >= beyond) return stretchesOf(low, below, level + 1);
  return [
    { grain: grain.grain, low: first, below: beyond },
    ...stretchesOf(low, first, level + 1),
    ...stretchesOf(beyond, below, level + 1),
  ];
}
