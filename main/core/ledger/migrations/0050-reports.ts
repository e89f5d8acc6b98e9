import type { Migration } from './migration.ts';

/** What the manager's reports read: the panel's words, tails to search by, and sums that stand ready by day, month and year. */
export const reports: Migration = {
  version: 50,
  update(db) {
    db.exec(`
      ALTER TABLE charge ADD COLUMN panel TEXT GENERATED ALWAYS AS (
        CASE WHEN status IN ('queued', 'creating', 'pending', 'cancelling') THEN 'pendente'
          WHEN status = 'refund_pending' THEN iif(refunded_centavos > 0, 'estorno-parcial', 'aprovado')
          WHEN status = 'approved' THEN 'aprovado'
          WHEN status = 'expired' THEN 'expirado'
          WHEN status = 'cancelled' THEN 'cancelado'
          WHEN status = 'refunded' THEN 'estorno'
          WHEN status = 'partially_refunded' THEN 'estorno-parcial'
          ELSE 'falha' END) VIRTUAL;
      ALTER TABLE charge ADD COLUMN unproven INTEGER GENERATED ALWAYS AS (forced_outcome IS NOT NULL) VIRTUAL;
      ALTER TABLE charge ADD COLUMN band INTEGER GENERATED ALWAYS AS (
        CASE WHEN amount_centavos < 500 THEN 0 WHEN amount_centavos < 1000 THEN 1 WHEN amount_centavos < 2000 THEN 2
          WHEN amount_centavos < 5000 THEN 3 WHEN amount_centavos < 10000 THEN 4 WHEN amount_centavos < 50000 THEN 5
          ELSE 6 END) VIRTUAL;
      ALTER TABLE charge ADD COLUMN reference_key TEXT GENERATED ALWAYS AS (upper(reference)) VIRTUAL;
      ALTER TABLE charge ADD COLUMN reference_tail TEXT GENERATED ALWAYS AS (${reversed('reference', 8)}) VIRTUAL;
      ALTER TABLE charge ADD COLUMN payment_tail TEXT GENERATED ALWAYS AS (${reversed('end_to_end_id', 8)}) VIRTUAL;
      ALTER TABLE charge ADD COLUMN code_tail TEXT GENERATED ALWAYS AS (substr(id, -6)) VIRTUAL;

      DROP INDEX charge_day;
      CREATE INDEX charge_day ON charge (business_day, id, status, wallet, operator, till, late, forced_outcome,
        amount_centavos, paid_centavos, refunded_centavos);
      CREATE INDEX charge_amount ON charge (amount_centavos, id);
      CREATE INDEX charge_reference_key ON charge (reference_key) WHERE reference_key IS NOT NULL;
      CREATE INDEX charge_reference_tail ON charge (reference_tail) WHERE reference_tail IS NOT NULL;
      CREATE INDEX charge_payment_tail ON charge (payment_tail) WHERE payment_tail IS NOT NULL;
      CREATE INDEX charge_code_tail ON charge (code_tail);
      CREATE INDEX charge_forced ON charge (forced_at_ms) WHERE forced_at_ms IS NOT NULL;
      CREATE INDEX attempt_order ON attempt (order_id) WHERE order_id IS NOT NULL;
      CREATE INDEX shift_opened ON shift (opened_at_ms);

      CREATE TABLE report_cell (
        grain TEXT NOT NULL CHECK (grain IN ('day', 'month', 'year')),
        period TEXT NOT NULL,
        panel TEXT NOT NULL,
        wallet TEXT NOT NULL,
        operator TEXT NOT NULL,
        till TEXT NOT NULL,
        late INTEGER NOT NULL,
        unproven INTEGER NOT NULL,
        band INTEGER NOT NULL,
        charges INTEGER NOT NULL CHECK (charges >= 0),
        amount_centavos INTEGER NOT NULL CHECK (amount_centavos >= 0),
        paid_charges INTEGER NOT NULL CHECK (paid_charges >= 0),
        paid_centavos INTEGER NOT NULL CHECK (paid_centavos >= 0),
        refunded_centavos INTEGER NOT NULL CHECK (refunded_centavos >= 0),
        PRIMARY KEY (grain, period, panel, wallet, operator, till, late, unproven, band)
      ) STRICT, WITHOUT ROWID;
      ${GRAINS.map(fill).join('\n')}

      CREATE TRIGGER report_count_new AFTER INSERT ON charge WHEN NEW.panel <> 'pendente' BEGIN
        ${GRAINS.map(add).join('\n        ')}
      END;
      CREATE TRIGGER report_count_out AFTER UPDATE OF status ON charge
        WHEN OLD.panel <> 'pendente' AND ${OTHER_FIGURES} BEGIN
        ${GRAINS.map(take).join('\n        ')}
      END;
      CREATE TRIGGER report_count_in AFTER UPDATE OF status ON charge
        WHEN NEW.panel <> 'pendente' AND ${OTHER_FIGURES} BEGIN
        ${GRAINS.map(add).join('\n        ')}
      END;
    `);
  },
};

const GRAINS = [
  ['day', 10],
  ['month', 7],
  ['year', 4],
] as const;
type Grain = (typeof GRAINS)[number];

const CELL = 'panel, wallet, operator, till, late, unproven, band';
const SUMS = 'charges, amount_centavos, paid_charges, paid_centavos, refunded_centavos';

/** Most events of a charge change none of its figures. */
const OTHER_FIGURES = `(OLD.panel, OLD.late, OLD.unproven, OLD.paid_centavos, OLD.refunded_centavos)
          IS NOT (NEW.panel, NEW.late, NEW.unproven, NEW.paid_centavos, NEW.refunded_centavos)`;

/** The last characters of a column, the last one first, in upper case. */
function reversed(column: string, length: number): string {
  return Array.from({ length }, (_, place) => `substr(upper(${column}), ${-1 - place}, 1)`).join(' || ');
}

function fill([grain, length]: Grain): string {
  return `INSERT INTO report_cell (grain, period, ${CELL}, ${SUMS})
        SELECT '${grain}', substr(business_day, 1, ${length}), ${CELL}, count(*), sum(amount_centavos),
          count(paid_centavos), coalesce(sum(paid_centavos), 0), sum(refunded_centavos)
        FROM charge WHERE panel <> 'pendente' GROUP BY 2, ${CELL};`;
}

function add([grain, length]: Grain): string {
  return `INSERT INTO report_cell (grain, period, ${CELL}, ${SUMS})
          VALUES ('${grain}', substr(NEW.business_day, 1, ${length}), ${CELL.replaceAll(/\w+/g, 'NEW.$&')}, 1,
            NEW.amount_centavos, NEW.paid_centavos IS NOT NULL, coalesce(NEW.paid_centavos, 0), NEW.refunded_centavos)
          ON CONFLICT DO UPDATE SET charges = charges + 1, amount_centavos = amount_centavos + excluded.amount_centavos,
            paid_charges = paid_charges + excluded.paid_charges, paid_centavos = paid_centavos + excluded.paid_centavos,
            refunded_centavos = refunded_centavos + excluded.refunded_centavos;`;
}

function take([grain, length]: Grain): string {
  const here = `grain = '${grain}' AND period = substr(OLD.business_day, 1, ${length}) AND ${CELL.replaceAll(
    /(\w+),? ?/g,
    '$1 = OLD.$1 AND ',
  ).slice(0, -5)}`;
  return `UPDATE report_cell SET charges = charges - 1, amount_centavos = amount_centavos - OLD.amount_centavos,
            paid_charges = paid_charges - (OLD.paid_centavos IS NOT NULL),
            paid_centavos = paid_centavos - coalesce(OLD.paid_centavos, 0),
            refunded_centavos = refunded_centavos - OLD.refunded_centavos
          WHERE ${here};
        DELETE FROM report_cell WHERE ${here} AND charges = 0;`;
}
