import { statSync } from 'node:fs';
import { join } from 'node:path';
import { othersIn } from './trustees.ts';
import { systemRights, type WindowsRights } from './icacls.ts';

/** `of-others`: others have rights, and this account may not change that. `unknown`: the system does not say who has rights. */
export type Closed = 'closed' | 'of-others' | 'unknown';

/** Takes the rights of others from a folder of Windows, if they have any there or in its folders, and looks again. */
export function closeOnWindows(
  folder: string,
  folders: readonly string[],
  rights: WindowsRights = systemRights,
): Closed {
  const others = whoElse(folder, folders, rights);
  if (others === null || others.length === 0) return others === null ? 'unknown' : 'closed';
  rights.close(folder, others);
  const left = whoElse(folder, folders, rights);
  if (left === null) return 'unknown';
  return left.length === 0 ? 'closed' : 'of-others';
}

/** Returns who else has rights to a file: SIDs. Null if the system does not say. */
export function othersOf(file: string, rights: WindowsRights = systemRights): readonly string[] | null {
  const list = rights.read(file);
  return list === null ? null : othersIn(list);
}

function whoElse(
  folder: string,
  folders: readonly string[],
  rights: WindowsRights,
): readonly string[] | null {
  const inside = folders.map((each) => join(folder, each)).filter(isFolder);
  // A pattern of an empty folder names nothing, so only the folder itself must have an answer.
  const own = othersOf(folder, rights);
  if (own === null) return null;
  return [...new Set([...own, ...inside.flatMap((each) => othersOf(join(each, '*'), rights) ?? [])])];
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
