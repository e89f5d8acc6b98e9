import type { Migration } from './migration.ts';

/**
 * A person can leave the till: the row stays, so that past sales keep the name, and its PIN is not checked any more. Wrong PINs
 * that name no person are counted by themselves.
 */
export const people: Migration = {
  version: 160,
  update(db) {
    db.exec(`
      ALTER TABLE operator ADD COLUMN active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1));
      CREATE TABLE unnamed_pin_tries (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        failures INTEGER NOT NULL CHECK (failures >= 0)
      ) STRICT;
      INSERT INTO unnamed_pin_tries (id, failures) VALUES (1, 0);
    `);
  },
};
