import type { Migration } from './migration.ts';

/** The first release: the event log, its projections, the outbox, people, shifts and settings. */
export const first: Migration = {
  version: 10,
  update(db) {
    db.exec(`
      CREATE TABLE ledger_event (
        seq INTEGER PRIMARY KEY,
        at_ms INTEGER NOT NULL,
        business_day TEXT NOT NULL,
        actor TEXT NOT NULL,
        subject TEXT,
        type TEXT NOT NULL,
        body TEXT NOT NULL,
        hash BLOB NOT NULL CHECK (length(hash) = 32)
      ) STRICT;
      CREATE INDEX ledger_event_subject ON ledger_event (subject) WHERE subject IS NOT NULL;
      CREATE TRIGGER ledger_event_no_update BEFORE UPDATE ON ledger_event
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
      CREATE TRIGGER ledger_event_no_delete BEFORE DELETE ON ledger_event
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

      CREATE TABLE charge (
        id TEXT PRIMARY KEY,
        request_id TEXT NOT NULL UNIQUE,
        reference TEXT,
        description TEXT,
        till TEXT NOT NULL,
        operator TEXT NOT NULL,
        shift_id TEXT NOT NULL,
        business_day TEXT NOT NULL,
        amount_centavos INTEGER NOT NULL CHECK (amount_centavos > 0),
        wallet TEXT NOT NULL,
        pix_dict_key TEXT,
        status TEXT NOT NULL,
        version INTEGER NOT NULL,
        created_at_ms INTEGER NOT NULL,
        deadline_at_ms INTEGER,
        time_limit_ms INTEGER NOT NULL,
        extended INTEGER NOT NULL CHECK (extended IN (0, 1)),
        br_code TEXT,
        approved_at_ms INTEGER,
        finalized_at_ms INTEGER,
        closed_at_ms INTEGER,
        paid_centavos INTEGER CHECK (paid_centavos >= 0),
        refunded_centavos INTEGER NOT NULL CHECK (refunded_centavos >= 0),
        refund_id TEXT,
        refund_attempt_no INTEGER,
        refund_centavos INTEGER CHECK (refund_centavos > 0),
        refund_requested_at_ms INTEGER,
        end_to_end_id TEXT,
        late INTEGER NOT NULL CHECK (late IN (0, 1)),
        given_up TEXT,
        problem_code TEXT,
        problem_detail TEXT,
        waits INTEGER NOT NULL CHECK (waits IN (0, 1)),
        settled INTEGER NOT NULL CHECK (settled IN (0, 1))
      ) STRICT;
      CREATE UNIQUE INDEX charge_one_waits_per_till ON charge (till) WHERE waits = 1;
      CREATE INDEX charge_unsettled ON charge (created_at_ms) WHERE settled = 0;
      CREATE INDEX charge_day ON charge (business_day, id);
      CREATE INDEX charge_status ON charge (status, id);
      CREATE INDEX charge_reference ON charge (reference, id) WHERE reference IS NOT NULL;

      CREATE TABLE attempt (
        charge_id TEXT NOT NULL REFERENCES charge (id),
        no INTEGER NOT NULL,
        order_ref TEXT NOT NULL UNIQUE,
        status TEXT NOT NULL,
        started_at_ms INTEGER NOT NULL,
        order_id TEXT,
        family TEXT NOT NULL,
        paid_centavos INTEGER CHECK (paid_centavos >= 0),
        refunded_centavos INTEGER NOT NULL CHECK (refunded_centavos >= 0),
        PRIMARY KEY (charge_id, no)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX attempt_unresolved ON attempt (charge_id) WHERE status IN ('sent', 'lost', 'open');

      CREATE TABLE outbox_job (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        charge_id TEXT NOT NULL,
        attempt_no INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'leased', 'dead')),
        tries INTEGER NOT NULL DEFAULT 0,
        step INTEGER NOT NULL DEFAULT 0,
        next_at_ms INTEGER NOT NULL,
        delay_ms INTEGER NOT NULL,
        created_at_ms INTEGER NOT NULL,
        last_error TEXT,
        UNIQUE (kind, charge_id, attempt_no)
      ) STRICT;

      CREATE TABLE operator (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        role TEXT NOT NULL CHECK (role IN ('operator', 'manager')),
        pin_hash TEXT NOT NULL,
        created_at_ms INTEGER NOT NULL,
        failures INTEGER NOT NULL DEFAULT 0,
        last_failure_at_ms INTEGER
      ) STRICT;

      CREATE TABLE shift (
        id TEXT PRIMARY KEY,
        operator_id TEXT NOT NULL,
        opened_at_ms INTEGER NOT NULL,
        closed_at_ms INTEGER
      ) STRICT;
      CREATE UNIQUE INDEX shift_one_open ON shift ((1)) WHERE closed_at_ms IS NULL;

      CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

      CREATE TABLE notice (
        id TEXT PRIMARY KEY,
        code TEXT NOT NULL,
        detail TEXT NOT NULL,
        at_ms INTEGER NOT NULL
      ) STRICT;
    `);
  },
};
