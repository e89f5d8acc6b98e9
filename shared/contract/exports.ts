import { z } from 'zod';
import { method, view } from './define.ts';
import { PaymentFilter } from './payments.ts';

/** The format of a sales report. `xlsx`: a workbook with a summary, the days and the sales. `csv`: only the sales. */
export const ReportFormat = z.enum(['xlsx', 'csv']);
export type ReportFormat = z.infer<typeof ReportFormat>;

/** The format of a file that a person can choose: a report's, or `json` for the data of one charge. */
export const FileFormat = z.enum([...ReportFormat.options, 'json']);
export type FileFormat = z.infer<typeof FileFormat>;

/** The token of a file that a person chose in main's dialog. A page never sends a path and never gets one. */
export const FileToken = z.string().regex(/^[0-9A-Z]{26}$/);

/**
 * Why no report was written. A file that was at the chosen place is unchanged. `is-link`: the name is a link to another file.
 * `held-by-another-program`: a program such as Excel has the file open.
 */
export const ReportFailure = z.enum([
  'exists',
  'is-link',
  'not-writable',
  'held-by-another-program',
  'disk-full',
  'internal',
]);
export type ReportFailure = z.infer<typeof ReportFailure>;

/** The report that is being written, or the last one. */
export const ReportProgress = z.object({
  id: z.string(),
  format: ReportFormat,
  /** The file's name, without its folder. */
  name: z.string(),
  /** `counting`: counts the rows. `writing`: writes them. `finishing`: flushes the file and moves it to its place. */
  state: z.enum(['counting', 'writing', 'finishing', 'done', 'cancelled', 'failed']),
  rows: z.int(),
  /** The number of rows of the whole report. Null while they are counted. */
  total: z.int().nullable(),
  /** Set if `state` is `failed`. */
  failure: ReportFailure.nullable(),
});
export type ReportProgress = z.infer<typeof ReportProgress>;

/** The sales report as a file (*Gerar relatório de vendas*). One report is written at a time, in the background. */
export const reportFiles = {
  /** Main reports the file that a person chose and gets its token for the page. */
  'report/allow-file': method({
    input: z.strictObject({ path: z.string().min(1).max(4096), format: FileFormat }),
    output: z.object({ file: FileToken, name: z.string(), exists: z.boolean() }),
    errors: ['not-writable'],
    needs: {},
    roles: ['main'],
  }),
  /**
   * Begins to write. If the file exists and `replace` is false, refuses with `exists`, and the token stays valid. `not-found`:
   * the token is unknown or was used. `busy`: another report is being written.
   */
  'report/start': method({
    input: z.strictObject({ file: FileToken, filter: PaymentFilter, replace: z.boolean() }),
    output: z.object({ id: z.string() }),
    errors: [
      'not-found',
      'exists',
      'is-link',
      'not-writable',
      'held-by-another-program',
      'disk-full',
      'busy',
    ],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
  }),
  /** Stops a report and deletes what was written. `cancelled` is false if the report had already ended. */
  'report/cancel': method({
    input: z.strictObject({ id: z.string().max(40) }),
    output: z.object({ cancelled: z.boolean() }),
    errors: [],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
  }),
  /** The progress of the newest report. Null before the first one. */
  'report/progress': view({ payload: ReportProgress.nullable(), roles: ['cashier'] }),
} as const;
