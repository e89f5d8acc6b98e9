import type { Ledger } from '../../../main/core/ledger/ledger.ts';

/** A ledger with one statement changed: a bug in the statement is a bug of what it does. */
export const withSql = (wanted: string, instead: string) => (real: Ledger) => {
  const { db } = real;
  return {
    ...real,
    db: Object.create(db, {
      prepare: { value: (sql: string) => db.prepare(sql.replaceAll(wanted, instead)) },
    }) as Ledger['db'],
  };
};
