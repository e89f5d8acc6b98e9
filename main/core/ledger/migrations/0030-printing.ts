import type { Migration } from './migration.ts';

/** What is to be printed: each slip is a row before it is paper. */
export const printing: Migration = {
  version: 30,
  update(db) {
    db.exec(`
      CREATE TABLE print_job (
        id TEXT PRIMARY KEY,
        document TEXT NOT NULL,
        charge_id TEXT,
        request TEXT NOT NULL,
        bytes BLOB NOT NULL,
        profile TEXT NOT NULL,
        target TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'delivered', 'held', 'unknown', 'cancelled')),
        tries INTEGER NOT NULL DEFAULT 0,
        accepted_bytes INTEGER,
        reason TEXT,
        created_at_ms INTEGER NOT NULL,
        expires_at_ms INTEGER
      ) STRICT;
      CREATE INDEX print_job_open ON print_job (id) WHERE state IN ('queued', 'sending', 'held', 'unknown');
      CREATE INDEX charge_short_code ON charge (substr(id, 21));
      CREATE INDEX print_job_charge ON print_job (charge_id) WHERE charge_id IS NOT NULL;
    `);
  },
};
