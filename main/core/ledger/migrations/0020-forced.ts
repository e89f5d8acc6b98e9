import type { Migration } from './migration.ts';

/** A manager's settlement without proof, beside the charge that it is about. */
export const forced: Migration = {
  version: 20,
  update(db) {
    db.exec(`
      ALTER TABLE charge ADD COLUMN forced_outcome TEXT CHECK (forced_outcome IN ('paid', 'not-paid'));
      ALTER TABLE charge ADD COLUMN forced_reason TEXT;
      ALTER TABLE charge ADD COLUMN forced_by TEXT;
      ALTER TABLE charge ADD COLUMN forced_at_ms INTEGER;
    `);
  },
};
