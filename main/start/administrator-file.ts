import { closeSync, constants, fstatSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { openFile, readText } from '../files/file-operations.ts';

/** What an administrator of the machine decides for an installed till. */
const Settings = z.strictObject({ dataDir: z.string().max(1024).refine(isAbsolute) });

/** Why the administrator's file is not used. The till then does not start: another data folder would be another till. */
export type FileTrouble = 'not-readable' | 'not-administrators' | 'not-as-expected';

/**
 * Returns the file in which an administrator names the data folder. Only administrators can write in these folders, and no
 * variable of the account changes the path.
 */
export function administratorFile(platform: NodeJS.Platform): string {
  if (platform === 'win32') return 'C:\\Program Files\\Balcao\\till.json';
  if (platform === 'darwin') return '/Library/Application Support/Balcao/till.json';
  return '/etc/balcao/till.json';
}

/**
 * Reads the data folder of an installed till from the administrator's file. Null if there is no such file: the account's own
 * folder is used. On Unix the file must belong to `owner` and no other account may write it.
 */
export function readAdministratorFile(path: string, owner = 0): Result<string | null, FileTrouble> {
  let file: number | null = null;
  try {
    file = openFile(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    const { uid, mode } = fstatSync(file);
    if (process.platform !== 'win32' && (uid !== owner || (mode & 0o022) !== 0))
      return err('not-administrators');
    const parsed = Settings.safeParse(JSON.parse(readText(file)));
    return parsed.success ? ok(parsed.data.dataDir) : err('not-as-expected');
  } catch (error) {
    if (error instanceof SyntaxError) return err('not-as-expected');
    const { code } = error as NodeJS.ErrnoException;
    // A part of the path that is not there, or is a file.
    if (code === 'ENOENT' || code === 'ENOTDIR') return ok(null);
    return err('not-readable');
  } finally {
    if (file !== null) closeSync(file);
  }
}
