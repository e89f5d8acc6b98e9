import type { ReportFailure, ReportFormat } from '../../../../shared/contract/exports.ts';
import type { ChargeFilter } from '../../search/charge-filter.ts';

/** Everything that the writing thread needs for one report. */
export interface ExportOrder {
  /** The file of the ledger. It is opened read-only. */
  readonly ledger: string;
  readonly filter: ChargeFilter;
  readonly format: ReportFormat;
  /** The absolute path of the report. */
  readonly target: string;
  /** The path of the partial file, in the same folder: see `partialPath`. */
  readonly partial: string;
  /** True if a file at `target` may be replaced. */
  readonly replace: boolean;
}

/** The progress of a report. `total` is null while the rows are counted. */
export interface ExportStep {
  readonly state: 'counting' | 'writing' | 'finishing';
  readonly rows: number;
  readonly total: number | null;
}

/** The end of a report. `detail` is for the log and has no data of people or sales. */
export type ExportEnd =
  | { readonly kind: 'done'; readonly rows: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: ReportFailure; readonly detail: string };
