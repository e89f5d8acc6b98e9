import type { Migration } from './migration.ts';

/**
 * A ledger is of one till, and a till has at most one charge that waits for its operator. The index no longer has the till's
 * name, which is a label: all its rows are equal, so there is one at most. A ledger without an identity gets its event in the
 * same transaction (identity.ts).
 */
export const identity: Migration = {
  version: 140,
  update(db) {
    db.exec(`
      DROP INDEX charge_one_waits_per_till;
      CREATE UNIQUE INDEX charge_one_waits ON charge (waits) WHERE waits = 1;
    `);
  },
};
