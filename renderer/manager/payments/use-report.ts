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
  /** The token of the file that was written. Null while there is none, and if another page started it. */
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
  return {
    report: progress?.id === before ? null : progress,
    isWriting: progress !== null && ['counting', 'writing', 'finishing'].includes(progress.state),
    written: progress?.state === 'done' && started?.report === progress.id ? started.file : null,
    start(report, file) {
      memory.startReport({ report, file });
      setStarted({ report, file });
    },
    read() {
      if (progress !== null) memory.markReportRead(progress.id);
    },
  };
}
