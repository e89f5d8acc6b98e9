import type { ReportFailure, ReportFormat } from '../../../../shared/contract/exports.ts';
import type { ChargeFilter } from '../../search/charge-filter.ts';

/** One report to write: everything that the thread that writes it is told. */
export interface ExportOrder {
  /** The ledger's file; it is opened for reading alone. */
  readonly ledger: string;
  readonly filter: ChargeFilter;
  readonly format: ReportFormat;
  /** Where the report is to stand, an absolute path. */
  readonly target: string;
  /** Where it is written meanwhile: in the same folder, see `partialPath`. */
  readonly partial: string;
  /** A file that stands at `target` may go. */
  readonly replace: boolean;
}

/** How far the writing is. `total` is null while the rows are counted. */
export interface ExportStep {
  readonly state: 'counting' | 'writing' | 'finishing';
  readonly rows: number;
  readonly total: number | null;
}

/** How it ended. `detail` is for the log; it names no person and no sale. */
export type ExportEnd =
  | { readonly kind: 'done'; readonly rows: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: ReportFailure; readonly detail: string };
