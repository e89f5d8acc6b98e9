import { z } from 'zod';
import { method, view } from './define.ts';
import { PaymentFilter } from './payments.ts';

/** `xlsx` is a workbook with a summary, the days and the sales; `csv` is the sales alone. */
export const ReportFormat = z.enum(['xlsx', 'csv']);
export type ReportFormat = z.infer<typeof ReportFormat>;

/** Stands for a file that a person chose in main's dialog. The page never names a path, and never learns one. */
export const FileToken = z.string().regex(/^[0-9A-Z]{26}$/);

/** Why no report was written. Whatever stood at the chosen place stands there still. */
export const ReportFailure = z.enum(['exists', 'not-writable', 'disk-full', 'internal']);
export type ReportFailure = z.infer<typeof ReportFailure>;

/** The report that is being written, or the last one. */
export const ReportProgress = z.object({
  id: z.string(),
  format: ReportFormat,
  /** The file's name, without its folder. */
  name: z.string(),
  /** `counting`: how many there will be; `writing`: rows so far; `finishing`: safe on the disk, and put in its place. */
  state: z.enum(['counting', 'writing', 'finishing', 'done', 'cancelled', 'failed']),
  rows: z.int(),
  /** Null while they are counted. */
  total: z.int().nullable(),
  /** Set when `failed`. */
  failure: ReportFailure.nullable(),
});
export type ReportProgress = z.infer<typeof ReportProgress>;

/** The sales report as a file (*Gerar relatório de vendas*). One is written at a time, beside the till's work. */
export const reportFiles = {
  /** Main names the file that a person chose; the page gets the token that stands for it. */
  'report/allow-file': method({
    input: z.strictObject({ path: z.string().min(1).max(4096), format: ReportFormat }),
    output: z.object({ file: FileToken, name: z.string(), exists: z.boolean() }),
    errors: ['not-writable'],
    needs: {},
    roles: ['main'],
  }),
  /**
   * Begins to write. A file that is there is replaced only with `replace`; else `exists`, and the token stays good. The
   * manager's alone: `manager-needed`. `not-found`: no such token, or it was used.
   */
  'report/start': method({
    input: z.strictObject({ file: FileToken, filter: PaymentFilter, replace: z.boolean() }),
    output: z.object({ id: z.string() }),
    errors: ['not-found', 'exists', 'not-writable', 'disk-full', 'busy'],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
  }),
  /** Gives it up; nothing of it stays. The manager's alone. `cancelled` is false where it had ended already, done or not. */
  'report/cancel': method({
    input: z.strictObject({ id: z.string().max(40) }),
    output: z.object({ cancelled: z.boolean() }),
    errors: [],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
  }),
  /** Null before the first one. */
  'report/progress': view({ payload: ReportProgress.nullable(), roles: ['cashier'] }),
} as const;
