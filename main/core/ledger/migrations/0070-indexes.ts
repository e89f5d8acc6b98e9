import type { Migration } from './migration.ts';

/**
 * The index of amounts holds all that a look at a charge needs, as that of days does: charges of one amount lie all over
 * the ledger, and reading each where it lies takes half a second when the ledger's pages have left memory. The index of
 * codes that migration 50 made goes: migration 30 has one that is used.
 */
export const indexes: Migration = {
  version: 70,
  update(db) {
    db.exec(`
      DROP INDEX charge_amount;
      CREATE INDEX charge_amount ON charge (amount_centavos, business_day, id, status, wallet, operator, store, till, late,
        forced_outcome, paid_centavos, refunded_centavos);

      DROP INDEX charge_code_tail;
      ALTER TABLE charge DROP COLUMN code_tail;
    `);
  },
};
