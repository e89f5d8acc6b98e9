import { createContext, useContext } from 'react';
import { MINUTE } from '../../shared/kernel/time.ts';

/** A manager who comes back within this time finds the place that was left, ms. Else the day. */
const KEPT_MS = 10 * MINUTE;

/** A report by its id, and the token of the file that a person chose for it. */
interface StartedReport {
  readonly report: string;
  readonly file: string;
}

/** What outlives the manager's screens, which a charge on the counter hides. The page makes one. */
export interface Memory {
  /** The id of the report whose end a person saw last; null before the first. */
  readReport(): string | null;
  markReportRead(id: string): void;
  /** The report that this page started last, with the token of its file; null before the first. */
  started(): StartedReport | null;
  startReport(started: StartedReport): void;
  /** True if this manager left the screens less than ten minutes before `now`, ms since 1970, or if no manager left them yet. */
  isPlaceKept(name: string, now: number): boolean;
  leavePlace(name: string, now: number): void;
}

/** Creates an empty memory. */
export function createMemory(): Memory {
  let readReport: string | null = null;
  let started: StartedReport | null = null;
  let left: { readonly name: string; readonly at: number } | null = null;
  return {
    readReport: () => readReport,
    markReportRead(id) {
      readReport = id;
    },
    started: () => started,
    startReport(report) {
      started = report;
    },
    isPlaceKept: (name, now) => left === null || (left.name === name && now - left.at < KEPT_MS),
    leavePlace(name, at) {
      left = { name, at };
    },
  };
}

export const MemoryContext = createContext<Memory | null>(null);

/** Returns the memory of the manager's screens. */
export function useMemory(): Memory {
  const memory = useContext(MemoryContext);
  if (memory === null) throw new Error('no memory around this component');
  return memory;
}
