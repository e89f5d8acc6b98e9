import { createHash, timingSafeEqual } from 'node:crypto';
import { chmodSync, readFileSync } from 'node:fs';
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
const WHOLE = /^[\w-]{43}$/;

/** Reads the token. If the file is missing or damaged, makes a new token. Throws the file system's error. */
export function openApiToken(file: string, random: Random): ApiToken {
  let wanted: Buffer;

  const rotate = (): void => {
    const token = Buffer.from(random.bytes(BYTES)).toString('base64url');
    writePrivateFile(file, `${token}\n`);
    wanted = digest(token);
  };

  const kept = readToken(file);
  if (kept === null) rotate();
  else {
    // The file may have been copied with other rights. Only its owner may read it.
    chmodSync(file, 0o600);
    wanted = digest(kept);
  }

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

function readToken(file: string): string | null {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return WHOLE.test(text) ? text : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
