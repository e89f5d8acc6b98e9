import { createContext, useContext } from 'react';

/** What outlives the manager's screens, which a charge on the counter hides. The page makes one. */
export interface Memory {
  /** The id of the report whose end a person saw last; null before the first. */
  readReport(): string | null;
  markReportRead(id: string): void;
}

/** Creates an empty memory. */
export function createMemory(): Memory {
  let readReport: string | null = null;
  return {
    readReport: () => readReport,
    markReportRead(id) {
      readReport = id;
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
