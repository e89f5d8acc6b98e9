import type { Migration } from './migration.ts';

/**
 * The store of each charge, beside its till. Charges of before know none: the column is empty for them, and their event
 * stays as it is. The sums tell stores apart too.
 */
export const store: Migration = {
  version: 60,
  update(db) {
    db.exec(`
      ALTER TABLE charge ADD COLUMN store TEXT NOT NULL DEFAULT '';

      DROP INDEX charge_day;
      CREATE INDEX charge_day ON charge (business_day, id, status, wallet, operator, store, till, late, forced_outcome,
        amount_centavos, paid_centavos, refunded_centavos);

      DROP TRIGGER report_count_new;
      DROP TRIGGER report_count_out;
      DROP TRIGGER report_count_in;
      ALTER TABLE report_cell RENAME TO report_cell_without_store;
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
      INSERT INTO report_cell (grain, period, panel, wallet, operator, store, till, late, unproven, band, ${SUMS})
        SELECT grain, period, panel, wallet, operator, '', till, late, unproven, band, ${SUMS}
        FROM report_cell_without_store;
      DROP TABLE report_cell_without_store;

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

const CELL = ['panel', 'wallet', 'operator', 'store', 'till', 'late', 'unproven', 'band'] as const;
const SUMS = 'charges, amount_centavos, paid_charges, paid_centavos, refunded_centavos';

/** Most events of a charge change none of its figures. */
const OTHER_FIGURES = `(OLD.panel, OLD.late, OLD.unproven, OLD.paid_centavos, OLD.refunded_centavos)
          IS NOT (NEW.panel, NEW.late, NEW.unproven, NEW.paid_centavos, NEW.refunded_centavos)`;

function add([grain, length]: Grain): string {
  return `INSERT INTO report_cell (grain, period, ${CELL.join(', ')}, ${SUMS})
          VALUES ('${grain}', substr(NEW.business_day, 1, ${length}), ${CELL.map((name) => `NEW.${name}`).join(', ')}, 1,
            NEW.amount_centavos, NEW.paid_centavos IS NOT NULL, coalesce(NEW.paid_centavos, 0), NEW.refunded_centavos)
          ON CONFLICT DO UPDATE SET charges = charges + 1, amount_centavos = amount_centavos + excluded.amount_centavos,
            paid_charges = paid_charges + excluded.paid_charges, paid_centavos = paid_centavos + excluded.paid_centavos,
            refunded_centavos = refunded_centavos + excluded.refunded_centavos;`;
}

function take([grain, length]: Grain): string {
  const cell = CELL.map((name) => `${name} = OLD.${name}`).join(' AND ');
  const here = `grain = '${grain}' AND period = substr(OLD.business_day, 1, ${length}) AND ${cell}`;
  return `UPDATE report_cell SET charges = charges - 1, amount_centavos = amount_centavos - OLD.amount_centavos,
            paid_charges = paid_charges - (OLD.paid_centavos IS NOT NULL),
            paid_centavos = paid_centavos - coalesce(OLD.paid_centavos, 0),
            refunded_centavos = refunded_centavos - OLD.refunded_centavos
          WHERE ${here};
        DELETE FROM report_cell WHERE ${here} AND charges = 0;`;
}
