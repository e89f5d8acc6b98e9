import { useEffect, useState } from 'react';
import type { ReportProgress } from '../../../shared/contract/exports.ts';
import { useCashier } from '../../cashier/till-context.ts';

/** The report whose end was read last. It outlives the dialog, which goes when the till comes to the front. */
let lastRead: string | null = null;

/**
 * The report that is being written, whoever began it and when; else the last one, until `read` says that its end was seen.
 */
export function useReport(): {
  readonly report: ReportProgress | null;
  readonly isWriting: boolean;
  read(): void;
} {
  const { bridge } = useCashier();
  const [before] = useState(lastRead);
  const [progress, setProgress] = useState<ReportProgress | null>(null);
  useEffect(() => bridge.subscribe('report/progress', setProgress), [bridge]);
  return {
    report: progress?.id === before ? null : progress,
    isWriting: progress !== null && ['counting', 'writing', 'finishing'].includes(progress.state),
    read: () => void (lastRead = progress?.id ?? lastRead),
  };
}
