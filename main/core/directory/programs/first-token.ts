import { statSync } from 'node:fs';
import { readPrivateFile, writePrivateFile } from '../../ledger/private-file.ts';

/** The token that the first start makes, as text in a file that only its owner can read. */
export interface FirstToken {
  readonly file: string;
  token(): string;
  /** When it was made, epoch ms. */
  createdAt(): number;
  /** Makes a new token. The old one is refused from now on. Throws the file system's error. */
  replace(): void;
}

const WHOLE = /^[\w-]{43}$/;

/** Reads the token. If the file is missing, damaged or not this account's, makes a new token. Throws the file system's error. */
export function readFirstToken(file: string, make: () => string): FirstToken {
  const kept = readPrivateFile(file)?.trim() ?? '';
  let token = kept;
  let createdAt = 0;
  const replace = (): void => {
    token = make();
    writePrivateFile(file, `${token}\n`);
    createdAt = statSync(file).mtimeMs;
  };
  if (WHOLE.test(kept)) createdAt = statSync(file).mtimeMs;
  else replace();
  return { file, token: () => token, createdAt: () => Math.round(createdAt), replace };
}
