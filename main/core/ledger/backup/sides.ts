import { removeFile, removeIfFree } from '../../../files/file-operations.ts';

/** What SQLite adds to the name of a ledger's file for each of its files. */
export const SIDES = ['', '-wal', '-shm'] as const;

/** Removes a ledger's file and its side files. */
export function removeWithSides(path: string): void {
  for (const side of SIDES) removeFile(path + side);
}

/** Removes those of them that no other program holds, without waiting. Returns false if one is left. */
export function removeWithSidesIfFree(path: string): boolean {
  return SIDES.map((side) => removeIfFree(path + side)).every(Boolean);
}
