import type { Migration } from './migration.ts';

/** What each shift did, written with its end and never changed; and the way to what stands in the diary. */
export const closing: Migration = {
  version: 40,
  update(db) {
    db.exec(`
      CREATE TABLE closing (
        shift_id TEXT PRIMARY KEY,
        event_seq INTEGER NOT NULL UNIQUE,
        event_hash BLOB NOT NULL CHECK (length(event_hash) = 32),
        till TEXT NOT NULL,
        operator_id TEXT NOT NULL,
        closed_by TEXT NOT NULL,
        zone TEXT NOT NULL,
        opened_at_ms INTEGER NOT NULL,
        closed_at_ms INTEGER NOT NULL,
        charge_count INTEGER NOT NULL,
        charge_centavos INTEGER NOT NULL CHECK (charge_centavos >= 0),
        received_count INTEGER NOT NULL,
        received_centavos INTEGER NOT NULL CHECK (received_centavos >= 0),
        refund_count INTEGER NOT NULL,
        refund_centavos INTEGER NOT NULL CHECK (refund_centavos >= 0),
        late_count INTEGER NOT NULL,
        late_centavos INTEGER NOT NULL CHECK (late_centavos >= 0),
        forced_count INTEGER NOT NULL,
        forced_centavos INTEGER NOT NULL CHECK (forced_centavos >= 0),
        earlier_received_count INTEGER NOT NULL,
        earlier_received_centavos INTEGER NOT NULL CHECK (earlier_received_centavos >= 0),
        earlier_refund_count INTEGER NOT NULL,
        earlier_refund_centavos INTEGER NOT NULL CHECK (earlier_refund_centavos >= 0),
        first_charge_id TEXT,
        last_charge_id TEXT
      ) STRICT;
      CREATE TABLE closing_status (
        shift_id TEXT NOT NULL REFERENCES closing (shift_id),
        status TEXT NOT NULL,
        charge_count INTEGER NOT NULL,
        charge_centavos INTEGER NOT NULL CHECK (charge_centavos >= 0),
        PRIMARY KEY (shift_id, status)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE closing_wallet (
        shift_id TEXT NOT NULL REFERENCES closing (shift_id),
        wallet TEXT NOT NULL,
        received_count INTEGER NOT NULL,
        received_centavos INTEGER NOT NULL CHECK (received_centavos >= 0),
        refund_count INTEGER NOT NULL,
        refund_centavos INTEGER NOT NULL CHECK (refund_centavos >= 0),
        PRIMARY KEY (shift_id, wallet)
      ) STRICT, WITHOUT ROWID;
      CREATE TRIGGER closing_no_update BEFORE UPDATE ON closing
        BEGIN SELECT RAISE(ABORT, 'a closing is not changed'); END;
      CREATE TRIGGER closing_no_delete BEFORE DELETE ON closing
        BEGIN SELECT RAISE(ABORT, 'a closing is not changed'); END;
      CREATE TRIGGER closing_status_no_update BEFORE UPDATE ON closing_status
        BEGIN SELECT RAISE(ABORT, 'a closing is not changed'); END;
      CREATE TRIGGER closing_status_no_delete BEFORE DELETE ON closing_status
        BEGIN SELECT RAISE(ABORT, 'a closing is not changed'); END;
      CREATE TRIGGER closing_wallet_no_update BEFORE UPDATE ON closing_wallet
        BEGIN SELECT RAISE(ABORT, 'a closing is not changed'); END;
      CREATE TRIGGER closing_wallet_no_delete BEFORE DELETE ON closing_wallet
        BEGIN SELECT RAISE(ABORT, 'a closing is not changed'); END;

      CREATE INDEX ledger_event_diary ON ledger_event (type)
        WHERE subject IS NULL OR type IN ('forced', 'refund-requested', 'refund-done', 'refund-refused', 'refund-unclear');
    `);
  },
};
