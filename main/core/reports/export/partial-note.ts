import { basename, join } from 'node:path';
import { readText, removeFile, writeText } from '../../../files/file-operations.ts';
import { isPartial } from './whole-file.ts';

/** A file in the data folder that names the partial file of the report in progress. After a crash the next core removes both. */
export interface PartialNote {
  write(partial: string): void;
  /** Called when the report is in its place or removed. */
  remove(): void;
}

/** Removes the partial file that the last core left. `dataDir` belongs to this process alone. */
export function createPartialNote(dataDir: string): PartialNote {
  const path = join(dataDir, 'report-partial');
  const remove = (): void => quietly(() => removeFile(path));
  quietly(() => {
    const partial = readText(path);
    // The note can name any file. Only a partial report is removed.
    if (isPartial(basename(partial))) removeFile(partial);
  });
  remove();
  return { write: (partial) => quietly(() => writeText(path, partial)), remove };
}

function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // Usually there is no note. A partial file that remains is no reason to refuse a start or a report.
  }
}
