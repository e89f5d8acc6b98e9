import { useEffect, useState } from 'react';
import type { ReportProgress } from '../../../shared/contract/exports.ts';
import { usePort } from '../../calls/port-context.ts';
import { useMemory } from '../memory.ts';

/**
 * Returns the report that is being written, or the last one until `read` says that a person saw its end. The id of the report
 * that was seen is kept in the page's memory, since a charge on the counter closes the dialog.
 */
export function useReport(): {
  readonly report: ReportProgress | null;
  readonly isWriting: boolean;
  /** The token of the file of `report` when it is written. Null before, and if another page started it. */
  readonly written: string | null;
  /** Says that this report was started into this file. */
  start(id: string, file: string): void;
  read(): void;
} {
  const port = usePort();
  const memory = useMemory();
  const [before] = useState(memory.readReport);
  const [progress, setProgress] = useState<ReportProgress | null>(null);
  const [started, setStarted] = useState(memory.started);
  useEffect(() => port.subscribe('report/progress', setProgress), [port]);
  const report = progress?.id === before ? null : progress;
  return {
    report,
    isWriting: progress !== null && ['counting', 'writing', 'finishing'].includes(progress.state),
    written: report?.state === 'done' && started?.report === report.id ? started.file : null,
    start(id, file) {
      memory.startReport({ report: id, file });
      setStarted({ report: id, file });
    },
    read() {
      if (progress !== null) memory.markReportRead(progress.id);
    },
  };
}
