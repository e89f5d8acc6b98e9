import type { Database } from 'better-sqlite3';

/** Above every id of a charge. */
export const TOP = '~';

/** Ids of charges from `low` (in) to `high` (out). */
export type IdRange = readonly [low: string, high: string];

/** Cuts a range of ids into ranges of `size` charges, newest first. Each step is read when it is asked for. */
export function* stridesDown(db: Database, [low, high]: IdRange, size: number): Generator<IdRange> {
  const edge = db.prepare<[string, number], { id: string }>(
    'SELECT id FROM charge WHERE id < ? ORDER BY id DESC LIMIT 1 OFFSET ?',
  );
  for (let top = high; ;) {
    const next = edge.get(top, size - 1)?.id ?? low;
    yield [next > low ? next : low, top];
    if (next <= low) return;
    top = next;
  }
}

/** The same, oldest first. */
export function* stridesUp(db: Database, [low, high]: IdRange, size: number): Generator<IdRange> {
  const edge = db.prepare<[string, number], { id: string }>(
    'SELECT id FROM charge WHERE id >= ? ORDER BY id LIMIT 1 OFFSET ?',
  );
  for (let bottom = low; ;) {
    const next = edge.get(bottom, size)?.id ?? high;
    yield [bottom, next < high ? next : high];
    if (next >= high) return;
    bottom = next;
  }
}
