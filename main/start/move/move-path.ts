import { closeSync, cpSync, existsSync, fsyncSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openFile, removeTree, renameFile } from '../../files/file-operations.ts';
import { syncFolder } from '../../files/sync-folder.ts';

/** Ends the name of a copy that is on its way to another disk. */
const ARRIVING = '.arriving';
/** Ends the name of an original whose copy is complete. */
const LEFT = '.left';

/**
 * Moves a file or folder, and continues a move that a kill interrupted. Returns false, and changes nothing, if both places have
 * one. Between two disks it copies, forces the copy to disk, renames the original and then the copy, and deletes the original
 * last. So a ledger has its own name in one place at most. Throws the error of the file system.
 */
export function movePath(from: string, to: string): boolean {
  if (existsSync(from + LEFT)) finish(from, to);
  if (!existsSync(from)) return true;
  if (existsSync(to)) return false;
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  try {
    renameFile(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const copy = to + ARRIVING;
    removeTree(copy);
    cpSync(from, copy, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    syncTree(copy);
    renameFile(from, from + LEFT);
    finish(from, to);
  }
  return true;
}

/** Called when the copy is complete and the original has its second name. */
function finish(from: string, to: string): void {
  syncFolder(dirname(from));
  if (existsSync(to + ARRIVING)) renameFile(to + ARRIVING, to);
  syncFolder(dirname(to));
  removeTree(from + LEFT);
}

function syncTree(path: string): void {
  const stats = lstatSync(path);
  if (stats.isDirectory()) {
    for (const name of readdirSync(path)) syncTree(join(path, name));
    syncFolder(path);
  } else if (stats.isFile()) {
    syncFile(path);
  }
}

function syncFile(path: string): void {
  // Windows forces only a file that is open for writing to disk.
  const file = openFile(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
