import type { Printers, SendOutcome } from '../../../main/core/printing/transport-port.ts';
import type { Mutation } from './mutation.ts';
import { withSql } from './with-sql.ts';

const withOutcome =
  (change: (real: SendOutcome) => SendOutcome) =>
  (real: Printers): Printers => ({
    ...real,
    send: async (...job) => change(await real.send(...job)),
  });

/** What a print queue can lose, repeat or print too late. Its statements are the queue: most bugs are bugs of one of them. */
export const PAPER_MUTANTS: readonly Mutation[] = [
  {
    name: 'print again what a crash may have printed',
    tryFirst: 37,
    tamper: { ledger: withSql(`ELSE 'unknown' END`, `ELSE 'queued' END`) },
  },
  {
    name: 'print again what stopped in the middle',
    tryFirst: 49,
    printers: withOutcome((real) => (real.kind === 'partial' ? { ...real, kind: 'not_started' } : real)),
  },
  {
    name: 'print again what hung',
    printers: withOutcome((real) =>
      real.kind === 'partial' && real.reason === 'NO_ANSWER' ? { ...real, kind: 'not_started' } : real,
    ),
  },
  {
    name: 'call printed what stopped in the middle',
    tryFirst: 49,
    printers: withOutcome((real) =>
      real.kind === 'partial'
        ? {
            kind: 'delivered',
            confirmed: false,
            status: { online: 'unknown', paper: 'unknown', cover: 'unknown', error: 'unknown' },
          }
        : real,
    ),
  },
  {
    name: 'never note that a slip came out',
    tamper: {
      ledger: withSql(
        'UPDATE print_job SET state = ?, reason = ?, accepted_bytes = ? WHERE id = ?',
        'UPDATE print_job SET tries = iif(? = ? OR ?, tries, tries) WHERE id = ?',
      ),
    },
  },
  {
    name: 'drop what a crash may have printed',
    tryFirst: 349,
    tamper: { ledger: withSql(`ELSE 'unknown' END`, `ELSE 'cancelled' END`) },
  },
  {
    name: 'never mark a second copy',
    tryFirst: 37,
    tamper: { ledger: withSql('charge_id = ? AND document = ?', 'charge_id = ? AND document = ? AND 0') },
  },
  {
    name: 'forget how old a slip is',
    tryFirst: 397,
    tamper: { ledger: withSql('reason, created_at_ms', 'reason, 9e12 AS created_at_ms') },
  },
  {
    name: 'leave the QR of a payment in the queue',
    tryFirst: 61,
    tamper: {
      ledger: withSql(`THEN state ELSE 'cancelled' END`, 'THEN state ELSE state END'),
    },
  },
  {
    name: 'try the QR of a payment once more',
    tryFirst: 25,
    tamper: { ledger: withSql('THEN 0 ELSE', 'THEN expires_at_ms ELSE') },
  },
  {
    name: 'open a drawer long after the payment',
    tryFirst: 229,
    tamper: {
      ledger: withSql(
        'reason, created_at_ms, expires_at_ms',
        `reason, created_at_ms, iif(document = 'drawer', NULL, expires_at_ms) AS expires_at_ms`,
      ),
    },
  },
  {
    name: 'write the receipt apart from the payment',
    tamper: {
      ledger: (real) => ({
        ...real,
        onApplyInTransaction: (companion) =>
          real.onApplyInTransaction((before, charge) => {
            if (charge.version % 2 === 0) companion(before, charge);
          }),
      }),
    },
  },
];
