import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isPartial } from './whole-file.ts';

/** Remembers in the data folder where a report is being written, for the core that starts after this one was killed. */
export interface Leftovers {
  /** From now on this file is half written. */
  note(partial: string): void;
  /** It is gone, or in its place. */
  forget(): void;
}

/** Clears away what the core before has left half written. `dataDir` is this process's alone. */
export function createLeftovers(dataDir: string): Leftovers {
  const path = join(dataDir, 'report-partial');
  const forget = (): void => quietly(() => rmSync(path, { force: true }));
  quietly(() => {
    const partial = readFileSync(path, 'utf8');
    // Whatever is written there, nothing but a half report is removed.
    if (isPartial(basename(partial))) rmSync(partial, { force: true });
  });
  forget();
  return { note: (partial) => quietly(() => writeFileSync(path, partial, { mode: 0o600 })), forget };
}

function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // Most often there is nothing to read. A half report that stays is a nuisance, and no reason not to start or to write.
  }
}
