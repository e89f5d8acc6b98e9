import type { Migration } from './migration.ts';

/** Finds the slips of one closing by its hash. A slip is marked 2ª VIA if an earlier one may be on paper. */
export const closingSlips: Migration = {
  version: 110,
  update(db) {
    db.exec(`
      CREATE INDEX print_job_closing
        ON print_job (coalesce(request ->> '$.shift.head.hash', request ->> '$.of.shift.head.hash'))
        WHERE document = 'closing';
    `);
  },
};
