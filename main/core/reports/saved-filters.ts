import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { By } from '../../../shared/domain/ledger-event/by.ts';
import type { SavedFilter } from '../../../shared/contract/reports.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { createSettingWrite } from '../ledger/setting-rows.ts';

/** A longer list does not help to find one. */
const MOST = 50;
/** All filters are one setting, so that a rebuild of the settings from the events restores them. */
const KEY = 'savedFilters';

/** The saved filters. Each change is an event of the ledger. */
export interface SavedFilters {
  /** Sorted by name. */
  all(): readonly SavedFilter[];
  /** Adds a filter, or replaces the one with its name. */
  save(filter: SavedFilter, by: By): Result<void, 'too-many-filters'>;
  remove(name: string, by: By): Result<void, 'not-found'>;
}

/** Creates the saved filters of a ledger. `read` turns stored JSON into filters and leaves out what this version cannot read. */
export function createSavedFilters(
  ledger: Ledger,
  read: (stored: unknown) => readonly SavedFilter[],
): SavedFilters {
  const get = ledger.db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE key = ?');
  const put = createSettingWrite(ledger.db);
  const all = (): readonly SavedFilter[] => {
    const row = get.get(KEY);
    return row === undefined ? [] : read(JSON.parse(JSON.parse(row.value) as string));
  };
  const write = (filters: readonly SavedFilter[], by: By): void => {
    const text = JSON.stringify(filters.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
    ledger.record('settings-changed', { [KEY]: text }, by, () => put(KEY, text));
  };
  return {
    all,
    save(filter, by) {
      const others = all().filter(({ name }) => name !== filter.name);
      if (others.length >= MOST) return err('too-many-filters');
      write([...others, filter], by);
      return ok(undefined);
    },
    remove(name, by) {
      const before = all();
      const after = before.filter((each) => each.name !== name);
      if (after.length === before.length) return err('not-found');
      write(after, by);
      return ok(undefined);
    },
  };
}
