-- Schema 170

CREATE TRIGGER closing_no_delete BEFORE DELETE ON closing
  BEGIN SELECT RAISE(ABORT, 'a closing is not changed'); END;

CREATE TRIGGER closing_no_replace BEFORE INSERT ON closing
  WHEN EXISTS (SELECT 1 FROM closing
    WHERE shift_id = NEW.shift_id OR event_seq = NEW.event_seq OR rowid = NEW.rowid)
  BEGIN SELECT RAISE(ABORT, 'a closing is not changed'); END;

CREATE TRIGGER closing_no_update BEFORE UPDATE ON closing
  BEGIN SELECT RAISE(ABORT, 'a closing is not changed'); END;

CREATE TRIGGER closing_status_no_delete BEFORE DELETE ON closing_status
  BEGIN SELECT RAISE(ABORT, 'a closing is not changed'); END;

CREATE TRIGGER closing_status_no_more BEFORE INSERT ON closing_status
  WHEN EXISTS (SELECT 1 FROM closing WHERE shift_id = NEW.shift_id)
  BEGIN SELECT RAISE(ABORT, 'a closing is not changed'); END;

CREATE TRIGGER closing_status_no_update BEFORE UPDATE ON closing_status
  BEGIN SELECT RAISE(ABORT, 'a closing is not changed'); END;

CREATE TRIGGER closing_wallet_no_delete BEFORE DELETE ON closing_wallet
  BEGIN SELECT RAISE(ABORT, 'a closing is not changed'); END;

CREATE TRIGGER closing_wallet_no_more BEFORE INSERT ON closing_wallet
  WHEN EXISTS (SELECT 1 FROM closing WHERE shift_id = NEW.shift_id)
  BEGIN SELECT RAISE(ABORT, 'a closing is not changed'); END;

CREATE TRIGGER closing_wallet_no_update BEFORE UPDATE ON closing_wallet
  BEGIN SELECT RAISE(ABORT, 'a closing is not changed'); END;

CREATE TRIGGER ledger_event_no_delete BEFORE DELETE ON ledger_event
  BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER ledger_event_no_replace BEFORE INSERT ON ledger_event
  WHEN NEW.seq <= (SELECT max(seq) FROM ledger_event)
  BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER ledger_event_no_update BEFORE UPDATE ON ledger_event
  BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER outside_text_no_update BEFORE UPDATE ON outside_text
  BEGIN SELECT RAISE(ABORT, 'outside_text is not changed'); END;

CREATE TRIGGER report_count_in AFTER UPDATE OF status ON charge
  WHEN NEW.panel <> 'pendente' AND (OLD.panel, OLD.late, OLD.unproven, OLD.paid_centavos, OLD.refunded_centavos)
    IS NOT (NEW.panel, NEW.late, NEW.unproven, NEW.paid_centavos, NEW.refunded_centavos) BEGIN
  INSERT INTO report_cell (grain, period, panel, wallet, operator, store, till, late, unproven, band, charges, amount_centavos, paid_charges, paid_centavos, refunded_centavos)
    VALUES ('day', substr(NEW.business_day, 1, 10), NEW.panel, NEW.wallet, NEW.operator, NEW.store, NEW.till, NEW.late, NEW.unproven, NEW.band, 1,
      NEW.amount_centavos, NEW.paid_centavos IS NOT NULL, coalesce(NEW.paid_centavos, 0), NEW.refunded_centavos)
    ON CONFLICT DO UPDATE SET charges = charges + 1, amount_centavos = amount_centavos + excluded.amount_centavos,
      paid_charges = paid_charges + excluded.paid_charges, paid_centavos = paid_centavos + excluded.paid_centavos,
      refunded_centavos = refunded_centavos + excluded.refunded_centavos;
  INSERT INTO report_cell (grain, period, panel, wallet, operator, store, till, late, unproven, band, charges, amount_centavos, paid_charges, paid_centavos, refunded_centavos)
    VALUES ('month', substr(NEW.business_day, 1, 7), NEW.panel, NEW.wallet, NEW.operator, NEW.store, NEW.till, NEW.late, NEW.unproven, NEW.band, 1,
      NEW.amount_centavos, NEW.paid_centavos IS NOT NULL, coalesce(NEW.paid_centavos, 0), NEW.refunded_centavos)
    ON CONFLICT DO UPDATE SET charges = charges + 1, amount_centavos = amount_centavos + excluded.amount_centavos,
      paid_charges = paid_charges + excluded.paid_charges, paid_centavos = paid_centavos + excluded.paid_centavos,
      refunded_centavos = refunded_centavos + excluded.refunded_centavos;
  INSERT INTO report_cell (grain, period, panel, wallet, operator, store, till, late, unproven, band, charges, amount_centavos, paid_charges, paid_centavos, refunded_centavos)
    VALUES ('year', substr(NEW.business_day, 1, 4), NEW.panel, NEW.wallet, NEW.operator, NEW.store, NEW.till, NEW.late, NEW.unproven, NEW.band, 1,
      NEW.amount_centavos, NEW.paid_centavos IS NOT NULL, coalesce(NEW.paid_centavos, 0), NEW.refunded_centavos)
    ON CONFLICT DO UPDATE SET charges = charges + 1, amount_centavos = amount_centavos + excluded.amount_centavos,
      paid_charges = paid_charges + excluded.paid_charges, paid_centavos = paid_centavos + excluded.paid_centavos,
      refunded_centavos = refunded_centavos + excluded.refunded_centavos;
END;

CREATE TRIGGER report_count_new AFTER INSERT ON charge WHEN NEW.panel <> 'pendente' BEGIN
  INSERT INTO report_cell (grain, period, panel, wallet, operator, store, till, late, unproven, band, charges, amount_centavos, paid_charges, paid_centavos, refunded_centavos)
    VALUES ('day', substr(NEW.business_day, 1, 10), NEW.panel, NEW.wallet, NEW.operator, NEW.store, NEW.till, NEW.late, NEW.unproven, NEW.band, 1,
      NEW.amount_centavos, NEW.paid_centavos IS NOT NULL, coalesce(NEW.paid_centavos, 0), NEW.refunded_centavos)
    ON CONFLICT DO UPDATE SET charges = charges + 1, amount_centavos = amount_centavos + excluded.amount_centavos,
      paid_charges = paid_charges + excluded.paid_charges, paid_centavos = paid_centavos + excluded.paid_centavos,
      refunded_centavos = refunded_centavos + excluded.refunded_centavos;
  INSERT INTO report_cell (grain, period, panel, wallet, operator, store, till, late, unproven, band, charges, amount_centavos, paid_charges, paid_centavos, refunded_centavos)
    VALUES ('month', substr(NEW.business_day, 1, 7), NEW.panel, NEW.wallet, NEW.operator, NEW.store, NEW.till, NEW.late, NEW.unproven, NEW.band, 1,
      NEW.amount_centavos, NEW.paid_centavos IS NOT NULL, coalesce(NEW.paid_centavos, 0), NEW.refunded_centavos)
    ON CONFLICT DO UPDATE SET charges = charges + 1, amount_centavos = amount_centavos + excluded.amount_centavos,
      paid_charges = paid_charges + excluded.paid_charges, paid_centavos = paid_centavos + excluded.paid_centavos,
      refunded_centavos = refunded_centavos + excluded.refunded_centavos;
  INSERT INTO report_cell (grain, period, panel, wallet, operator, store, till, late, unproven, band, charges, amount_centavos, paid_charges, paid_centavos, refunded_centavos)
    VALUES ('year', substr(NEW.business_day, 1, 4), NEW.panel, NEW.wallet, NEW.operator, NEW.store, NEW.till, NEW.late, NEW.unproven, NEW.band, 1,
      NEW.amount_centavos, NEW.paid_centavos IS NOT NULL, coalesce(NEW.paid_centavos, 0), NEW.refunded_centavos)
    ON CONFLICT DO UPDATE SET charges = charges + 1, amount_centavos = amount_centavos + excluded.amount_centavos,
      paid_charges = paid_charges + excluded.paid_charges, paid_centavos = paid_centavos + excluded.paid_centavos,
      refunded_centavos = refunded_centavos + excluded.refunded_centavos;
END;

CREATE TRIGGER report_count_out AFTER UPDATE OF status ON charge
  WHEN OLD.panel <> 'pendente' AND (OLD.panel, OLD.late, OLD.unproven, OLD.paid_centavos, OLD.refunded_centavos)
    IS NOT (NEW.panel, NEW.late, NEW.unproven, NEW.paid_centavos, NEW.refunded_centavos) BEGIN
  UPDATE report_cell SET charges = charges - 1, amount_centavos = amount_centavos - OLD.amount_centavos,
      paid_charges = paid_charges - (OLD.paid_centavos IS NOT NULL),
      paid_centavos = paid_centavos - coalesce(OLD.paid_centavos, 0),
      refunded_centavos = refunded_centavos - OLD.refunded_centavos
    WHERE grain = 'day' AND period = substr(OLD.business_day, 1, 10) AND panel = OLD.panel AND wallet = OLD.wallet AND operator = OLD.operator AND store = OLD.store AND till = OLD.till AND late = OLD.late AND unproven = OLD.unproven AND band = OLD.band;
  DELETE FROM report_cell WHERE grain = 'day' AND period = substr(OLD.business_day, 1, 10) AND panel = OLD.panel AND wallet = OLD.wallet AND operator = OLD.operator AND store = OLD.store AND till = OLD.till AND late = OLD.late AND unproven = OLD.unproven AND band = OLD.band AND charges = 0;
  UPDATE report_cell SET charges = charges - 1, amount_centavos = amount_centavos - OLD.amount_centavos,
      paid_charges = paid_charges - (OLD.paid_centavos IS NOT NULL),
      paid_centavos = paid_centavos - coalesce(OLD.paid_centavos, 0),
      refunded_centavos = refunded_centavos - OLD.refunded_centavos
    WHERE grain = 'month' AND period = substr(OLD.business_day, 1, 7) AND panel = OLD.panel AND wallet = OLD.wallet AND operator = OLD.operator AND store = OLD.store AND till = OLD.till AND late = OLD.late AND unproven = OLD.unproven AND band = OLD.band;
  DELETE FROM report_cell WHERE grain = 'month' AND period = substr(OLD.business_day, 1, 7) AND panel = OLD.panel AND wallet = OLD.wallet AND operator = OLD.operator AND store = OLD.store AND till = OLD.till AND late = OLD.late AND unproven = OLD.unproven AND band = OLD.band AND charges = 0;
  UPDATE report_cell SET charges = charges - 1, amount_centavos = amount_centavos - OLD.amount_centavos,
      paid_charges = paid_charges - (OLD.paid_centavos IS NOT NULL),
      paid_centavos = paid_centavos - coalesce(OLD.paid_centavos, 0),
      refunded_centavos = refunded_centavos - OLD.refunded_centavos
    WHERE grain = 'year' AND period = substr(OLD.business_day, 1, 4) AND panel = OLD.panel AND wallet = OLD.wallet AND operator = OLD.operator AND store = OLD.store AND till = OLD.till AND late = OLD.late AND unproven = OLD.unproven AND band = OLD.band;
  DELETE FROM report_cell WHERE grain = 'year' AND period = substr(OLD.business_day, 1, 4) AND panel = OLD.panel AND wallet = OLD.wallet AND operator = OLD.operator AND store = OLD.store AND till = OLD.till AND late = OLD.late AND unproven = OLD.unproven AND band = OLD.band AND charges = 0;
END;

CREATE TABLE attempt (
  charge_id TEXT NOT NULL REFERENCES charge (id),
  no INTEGER NOT NULL,
  order_ref TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL,
  started_at_ms INTEGER NOT NULL,
  order_id TEXT,
  family TEXT NOT NULL,
  paid_centavos INTEGER CHECK (paid_centavos >= 0),
  refunded_centavos INTEGER NOT NULL CHECK (refunded_centavos >= 0), gateway_at_ms INTEGER, sought_at_ms INTEGER,
  PRIMARY KEY (charge_id, no)
) STRICT, WITHOUT ROWID;

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
, forced_outcome TEXT CHECK (forced_outcome IN ('paid', 'not-paid')), forced_reason TEXT, forced_by TEXT, forced_at_ms INTEGER, panel TEXT GENERATED ALWAYS AS (
  CASE WHEN status IN ('queued', 'creating', 'pending', 'cancelling') THEN 'pendente'
    WHEN status = 'refund_pending' THEN iif(refunded_centavos > 0, 'estorno-parcial', 'aprovado')
    WHEN status = 'approved' THEN 'aprovado'
    WHEN status = 'expired' THEN 'expirado'
    WHEN status = 'cancelled' THEN 'cancelado'
    WHEN status = 'refunded' THEN 'estorno'
    WHEN status = 'partially_refunded' THEN 'estorno-parcial'
    ELSE 'falha' END) VIRTUAL, unproven INTEGER GENERATED ALWAYS AS (forced_outcome IS NOT NULL) VIRTUAL, band INTEGER GENERATED ALWAYS AS (
  CASE WHEN amount_centavos < 500 THEN 0 WHEN amount_centavos < 1000 THEN 1 WHEN amount_centavos < 2000 THEN 2
    WHEN amount_centavos < 5000 THEN 3 WHEN amount_centavos < 10000 THEN 4 WHEN amount_centavos < 50000 THEN 5
    ELSE 6 END) VIRTUAL, reference_key TEXT GENERATED ALWAYS AS (upper(reference)) VIRTUAL, reference_tail TEXT GENERATED ALWAYS AS (substr(upper(reference), -1, 1) || substr(upper(reference), -2, 1) || substr(upper(reference), -3, 1) || substr(upper(reference), -4, 1) || substr(upper(reference), -5, 1) || substr(upper(reference), -6, 1) || substr(upper(reference), -7, 1) || substr(upper(reference), -8, 1)) VIRTUAL, payment_tail TEXT GENERATED ALWAYS AS (substr(upper(end_to_end_id), -1, 1) || substr(upper(end_to_end_id), -2, 1) || substr(upper(end_to_end_id), -3, 1) || substr(upper(end_to_end_id), -4, 1) || substr(upper(end_to_end_id), -5, 1) || substr(upper(end_to_end_id), -6, 1) || substr(upper(end_to_end_id), -7, 1) || substr(upper(end_to_end_id), -8, 1)) VIRTUAL, store TEXT NOT NULL DEFAULT '') STRICT;

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

CREATE TABLE notice (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  detail TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE operator (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('operator', 'manager')),
  pin_hash TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  last_failure_at_ms INTEGER
, active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))) STRICT;

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

CREATE TABLE outside_text (
  event_seq INTEGER NOT NULL REFERENCES ledger_event (seq),
  field TEXT NOT NULL,
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  text TEXT NOT NULL,
  PRIMARY KEY (event_seq, field)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE report_cell (
  grain TEXT NOT NULL CHECK (grain IN ('day', 'month', 'year')),
  period TEXT NOT NULL,
  panel TEXT NOT NULL,
  wallet TEXT NOT NULL,
  operator TEXT NOT NULL,
  store TEXT NOT NULL,
  till TEXT NOT NULL,
  late INTEGER NOT NULL,
  unproven INTEGER NOT NULL,
  band INTEGER NOT NULL,
  charges INTEGER NOT NULL CHECK (charges >= 0),
  amount_centavos INTEGER NOT NULL CHECK (amount_centavos >= 0),
  paid_charges INTEGER NOT NULL CHECK (paid_charges >= 0),
  paid_centavos INTEGER NOT NULL CHECK (paid_centavos >= 0),
  refunded_centavos INTEGER NOT NULL CHECK (refunded_centavos >= 0),
  PRIMARY KEY (grain, period, panel, wallet, operator, store, till, late, unproven, band)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE shift (
  id TEXT PRIMARY KEY,
  operator_id TEXT NOT NULL,
  opened_at_ms INTEGER NOT NULL,
  closed_at_ms INTEGER
) STRICT;

CREATE TABLE texts_erased (
  charge_id TEXT PRIMARY KEY,
  event_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE unnamed_pin_tries (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  failures INTEGER NOT NULL CHECK (failures >= 0)
) STRICT;

CREATE INDEX attempt_open_fact ON attempt (charge_id)
  WHERE status IN ('unclear', 'returning') OR (status = 'paid' AND paid_centavos IS NULL);

CREATE INDEX attempt_order ON attempt (order_id) WHERE order_id IS NOT NULL;

CREATE INDEX attempt_unresolved ON attempt (charge_id) WHERE status IN ('sent', 'lost', 'open');

CREATE INDEX charge_amount ON charge (amount_centavos, business_day, id, status, wallet, operator, store, till, late,
  forced_outcome, paid_centavos, refunded_centavos);

CREATE INDEX charge_day ON charge (business_day, id, status, wallet, operator, store, till, late, forced_outcome,
  amount_centavos, paid_centavos, refunded_centavos);

CREATE INDEX charge_forced ON charge (forced_at_ms) WHERE forced_at_ms IS NOT NULL;

CREATE UNIQUE INDEX charge_one_waits ON charge (waits) WHERE waits = 1;

CREATE INDEX charge_payment_tail ON charge (payment_tail) WHERE payment_tail IS NOT NULL;

CREATE INDEX charge_reference ON charge (reference, id) WHERE reference IS NOT NULL;

CREATE INDEX charge_reference_key ON charge (reference_key) WHERE reference_key IS NOT NULL;

CREATE INDEX charge_reference_tail ON charge (reference_tail) WHERE reference_tail IS NOT NULL;

CREATE INDEX charge_short_code ON charge (substr(id, 21));

CREATE INDEX charge_status ON charge (status, id);

CREATE INDEX charge_unsettled ON charge (created_at_ms) WHERE settled = 0;

CREATE INDEX ledger_event_diary ON ledger_event (type)
  WHERE subject IS NULL OR type IN ('forced', 'refund-requested', 'refund-done', 'refund-refused', 'refund-unclear');

CREATE INDEX ledger_event_subject ON ledger_event (subject) WHERE subject IS NOT NULL;

CREATE INDEX print_job_bytes ON print_job (created_at_ms) WHERE bytes <> x'';

CREATE INDEX print_job_charge ON print_job (charge_id) WHERE charge_id IS NOT NULL;

CREATE INDEX print_job_closing
  ON print_job (coalesce(request ->> '$.shift.head.hash', request ->> '$.of.shift.head.hash'))
  WHERE document = 'closing';

CREATE INDEX print_job_open ON print_job (id) WHERE state IN ('queued', 'sending', 'held', 'unknown');

CREATE UNIQUE INDEX shift_one_open ON shift ((1)) WHERE closed_at_ms IS NULL;

CREATE INDEX shift_opened ON shift (opened_at_ms);

