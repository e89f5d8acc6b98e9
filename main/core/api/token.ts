import { createHash, timingSafeEqual } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Random } from '../../../shared/kernel/random.ts';
import { writePrivateFile } from './private-file.ts';

/** The token of the API, in a file that only its owner can read. */
export interface ApiToken {
  readonly file: string;
  /** True for the value of an `Authorization` header that carries the token. */
  opens(authorization: string | undefined): boolean;
  /** Makes a new token. The old one is refused from now on. Throws the file system's error. */
  rotate(): void;
}

const BYTES = 32;
// Windows has no such flag, and its links need an administrator.
const NO_FOLLOW = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW;
const WHOLE = /^[\w-]{43}$/;

/** Reads the token. If the file is missing, damaged or not this account's alone, makes a new token. Throws the file system's error. */
export function openApiToken(file: string, random: Random): ApiToken {
  let wanted: Buffer;

  const rotate = (): void => {
    const token = Buffer.from(random.bytes(BYTES)).toString('base64url');
    writePrivateFile(file, `${token}\n`);
    wanted = digest(token);
  };

  const kept = readToken(file);
  if (kept === null) rotate();
  else wanted = digest(kept);

  return {
    file,
    rotate,
    opens(authorization) {
      const given = /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
      // Compares digests, which have one length, so that neither the length nor the time reveals anything about the token.
      return given !== undefined && timingSafeEqual(digest(given), wanted);
    },
  };
}

/** Longer than a token and the end of its line. */
const LONGEST = 64;

/**
 * Returns the token of a file that is this account's alone. Null if there is none, and if another account may have written or
 * read it: a link, another owner, or rights of others.
 */
function readToken(path: string): string | null {
  const file = openNoLink(path);
  if (file === null) return null;
  try {
    const { mode, uid, size } = fstatSync(file);
    // Windows has neither owner nor rights here.
    const isOurs = process.platform === 'win32' || (uid === process.geteuid?.() && (mode & 0o077) === 0);
    if (!isOurs || size > LONGEST) return null;
    const bytes = Buffer.alloc(LONGEST);
    const text = bytes.toString('utf8', 0, readSync(file, bytes, 0, LONGEST, 0)).trim();
    return WHOLE.test(text) ? text : null;
  } finally {
    closeSync(file);
  }
}

/** Opens a file for reading. Null if it is not there, or is a link. */
function openNoLink(path: string): number | null {
  try {
    return openSync(path, constants.O_RDONLY | NO_FOLLOW);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ELOOP') return null;
    throw error;
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
