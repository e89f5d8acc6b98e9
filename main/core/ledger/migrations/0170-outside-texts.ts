import type { Migration } from './migration.ts';

/**
 * Texts that come from outside, beside the chain: a row of the chain has a salted digest of its text, so the text can be erased.
 * Rows of older versions keep their texts. `texts_erased` names the charges whose texts a manager erased, and the row that says
 * so. The index finds the slips whose bytes are still there.
 */
export const outsideTexts: Migration = {
  version: 170,
  update(db) {
    db.exec(`
      CREATE TABLE outside_text (
        event_seq INTEGER NOT NULL REFERENCES ledger_event (seq),
        field TEXT NOT NULL,
        salt BLOB NOT NULL CHECK (length(salt) = 16),
        text TEXT NOT NULL,
        PRIMARY KEY (event_seq, field)
      ) STRICT, WITHOUT ROWID;
      CREATE TRIGGER outside_text_no_update BEFORE UPDATE ON outside_text
        BEGIN SELECT RAISE(ABORT, 'outside_text is not changed'); END;
      CREATE TABLE texts_erased (
        charge_id TEXT PRIMARY KEY,
        event_seq INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX print_job_bytes ON print_job (created_at_ms) WHERE bytes <> x'';
    `);
  },
};
