import { useEffect, useState } from 'react';
import type { ReportProgress } from '../../../shared/contract/exports.ts';
import { useCashier } from '../../cashier/till-context.ts';

/**
 * Returns the report that is being written, or the last one until `read` says that a person saw its end. The id of the report
 * that was seen is kept in the store, since a charge on the counter closes the dialog.
 */
export function useReport(): {
  readonly report: ReportProgress | null;
  readonly isWriting: boolean;
  read(): void;
} {
  const { bridge, ui } = useCashier();
  const [before] = useState(() => ui.getState().readReport);
  const [progress, setProgress] = useState<ReportProgress | null>(null);
  useEffect(() => bridge.subscribe('report/progress', setProgress), [bridge]);
  return {
    report: progress?.id === before ? null : progress,
    isWriting: progress !== null && ['counting', 'writing', 'finishing'].includes(progress.state),
    read() {
      if (progress !== null) ui.setState({ readReport: progress.id });
    },
  };
}
