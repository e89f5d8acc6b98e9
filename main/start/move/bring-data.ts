import { existsSync, mkdirSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { removeFile, removeTree, renameFile } from '../../files/file-operations.ts';
import { readJson } from '../../files/read-json.ts';
import { syncFolder } from '../../files/sync-folder.ts';
import { writeAtomically } from '../../files/write-atomically.ts';
import { headFileOf } from '../head-file.ts';
import { pathIn, type Machine } from '../machine.ts';
import { chooseSource, type TwoLedgers } from './choose-source.ts';
import { isHeld } from './is-held.ts';
import { movePath } from './move-path.ts';
import { LEDGERS, LOCK, tillFiles } from './till-files.ts';

/** Why the data of an older version is not in the new folder yet. Nothing is lost, and no till may open. */
export type MoveTrouble =
  | TwoLedgers
  /** Another till works in the old folder. */
  | { readonly code: 'old-folder-in-use'; readonly folders: readonly string[] }
  /** The file system refused. `detail` is its code. */
  | { readonly code: 'not-moved'; readonly folders: readonly string[]; readonly detail: string };

/** In the new folder: names the old one until everything has been moved. */
const NOTE = 'moving-from.json';
const Note = z.strictObject({ from: z.string().refine(isAbsolute) });
/** Codes with which Windows refuses to rename an open file. */
const OPEN_ELSEWHERE: readonly string[] = ['EBUSY', 'EPERM', 'EACCES'];

/**
 * Moves the data of an older version into the data folder, file by file. A note in the new folder says where the files come from;
 * while it is there, the next start goes on. So a kill or a power cut at any step costs nothing. Returns the folder that was moved,
 * or null.
 */
export function bringData(
  target: string,
  olds: readonly string[],
  machine: Machine,
): Result<string | null, MoveTrouble> {
  let source: string | null = null;
  try {
    const note = readJson(join(target, NOTE), Note);
    // A folder that cannot be read at all is reported by the core.
    if (note.kind === 'unusable' && existsSync(join(target, NOTE)))
      return err({ code: 'not-moved', folders: [target], detail: `${NOTE}: ${note.reason}` });
    if (note.kind === 'found') return moveAll(note.value.from, target, machine);
    const chosen = chooseSource(target, olds);
    if (!chosen.ok || chosen.value === null) return chosen;
    source = chosen.value;
    makeFolder(target, machine);
    writeAtomically(join(target, NOTE), `${JSON.stringify({ from: source })}\n`);
    return moveAll(source, target, machine);
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code;
    if (detail === undefined) throw error;
    return err({ code: 'not-moved', folders: [...(source === null ? [] : [source]), target], detail });
  }
}

function moveAll(source: string, target: string, machine: Machine): Result<string, MoveTrouble> {
  if (isHeld(join(source, LOCK)) || !takeLock(source, target))
    return err({ code: 'old-folder-in-use', folders: [source] });
  for (const file of tillFiles(source)) {
    const isMoved = movePath(join(source, file), join(target, file));
    // An older version was started between two steps, and began a ledger anew in the old folder.
    if (!isMoved && LEDGERS.some((ledger) => ledger === file))
      return err({ code: 'two-ledgers', folders: [target, source] });
  }
  // It names a till that is gone. Programs of the shop would call it.
  removeFile(join(source, 'api.json'));
  movePath(headFileOf(source, machine), headFileOf(target, machine));
  syncFolder(source);
  syncFolder(target);
  removeFile(join(target, NOTE));
  syncFolder(target);
  return ok(source);
}

/** Moves the lock file, which Windows refuses while a till works. Returns false then. */
function takeLock(source: string, target: string): boolean {
  try {
    // Tills make the file anew. A second one of an older version is of no use.
    if (!movePath(join(source, LOCK), join(target, LOCK))) removeFile(join(source, LOCK));
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (process.platform === 'win32' && OPEN_ELSEWHERE.includes(code)) return false;
    throw error;
  }
}

/**
 * Makes the data folder for this account alone. On Windows a folder takes its rights from where it was made and keeps them when it
 * is moved, and every account can read a new folder of the machine. So it is made in the account's own folder.
 */
function makeFolder(target: string, machine: Machine): void {
  const own = pathIn(machine, 'LOCALAPPDATA');
  if (machine.platform === 'win32' && own !== null && !existsSync(target)) {
    const draft = join(own, `Balcao-${process.pid}.new`);
    mkdirSync(draft, { recursive: true });
    try {
      return renameFile(draft, target);
    } catch {
      // Another disk. The core closes the folder to others before it writes.
      removeTree(draft);
    }
  }
  mkdirSync(dirname(target), { recursive: true });
  mkdirSync(target, { recursive: true, mode: 0o700 });
}
