import type { Migration } from './migration.ts';

/**
 * The guards of rows that are never changed hold against REPLACE too, which takes a row away without the triggers of a
 * DELETE. A line of a closing comes before its closing, in the same transaction: where that stands, none is added.
 */
export const guards: Migration = {
  version: 80,
  update(db) {
    db.exec(`
      CREATE TRIGGER ledger_event_no_replace BEFORE INSERT ON ledger_event
        WHEN NEW.seq <= (SELECT max(seq) FROM ledger_event)
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
      CREATE TRIGGER closing_no_replace BEFORE INSERT ON closing
        WHEN EXISTS (SELECT 1 FROM closing
          WHERE shift_id = NEW.shift_id OR event_seq = NEW.event_seq OR rowid = NEW.rowid)
        BEGIN SELECT RAISE(ABORT, 'a closing is not changed'); END;
      CREATE TRIGGER closing_status_no_more BEFORE INSERT ON closing_status
        WHEN EXISTS (SELECT 1 FROM closing WHERE shift_id = NEW.shift_id)
        BEGIN SELECT RAISE(ABORT, 'a closing is not changed'); END;
      CREATE TRIGGER closing_wallet_no_more BEFORE INSERT ON closing_wallet
        WHEN EXISTS (SELECT 1 FROM closing WHERE shift_id = NEW.shift_id)
        BEGIN SELECT RAISE(ABORT, 'a closing is not changed'); END;
    `);
  },
};
