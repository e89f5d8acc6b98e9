import type { Migration } from './migration.ts';

/**
 * Finds the few orders of which a fact about money is open, among all that were ever made: each start asks about them,
 * whether their sale is finalized or not.
 */
export const openFacts: Migration = {
  version: 120,
  update(db) {
    db.exec(`
      CREATE INDEX attempt_open_fact ON attempt (charge_id)
        WHERE status IN ('unclear', 'returning') OR (status = 'paid' AND paid_centavos IS NULL);
    `);
  },
};
