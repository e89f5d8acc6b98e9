import { rmSync } from 'node:fs';

/** What SQLite adds to the name of a ledger's file for each of its files. */
export const SIDES = ['', '-wal', '-shm'] as const;

/** Removes a ledger's file and its side files. */
export function removeWithSides(path: string): void {
  for (const side of SIDES) rmSync(path + side, { force: true });
}
