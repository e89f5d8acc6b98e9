import type { Migration } from './migration.ts';

/**
 * What the search for the order of a lost attempt goes by, on the gateway's clock: when the attempt was started, and up
 * to when the first complete search found nothing. Attempts of older versions have neither.
 */
export const search: Migration = {
  version: 90,
  update(db) {
    db.exec(`
      ALTER TABLE attempt ADD COLUMN gateway_at_ms INTEGER;
      ALTER TABLE attempt ADD COLUMN sought_at_ms INTEGER;
    `);
  },
};
