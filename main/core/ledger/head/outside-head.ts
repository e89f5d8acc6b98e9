import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { readText } from '../../../files/file-operations.ts';
import { writePrivateFile } from '../private-file.ts';
import { isSignedBy, type Head, type HeadSigner } from './signed-head.ts';

/** The newest head of production's ledger, kept outside the data folder. */
export interface OutsideHead {
  /** Returns the head. Null if there is none. `forged` if the file is not one, or this till's key did not sign it. */
  read(): Head | null | 'forged';
  /** Replaces the head. Throws the error of the file system. */
  write(head: Head): void;
}

/** Opens the head in `file`. With a signer, a head without its signature counts as forged. */
export function openOutsideHead(file: string, signer: HeadSigner | null): OutsideHead {
  return {
    read() {
      const stored = readOutsideHead(file);
      if (stored === null || stored === 'forged') return stored;
      const { head, signature } = stored;
      if (signer !== null && !isSignedBy(signer.publicKey, head, signature ?? '')) return 'forged';
      return head;
    },
    write(head) {
      const signed = signer === null ? {} : { publicKey: signer.publicKey, signature: signer.sign(head) };
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writePrivateFile(file, `${JSON.stringify({ version: 1, ...head, ...signed }, null, 2)}\n`);
    },
  };
}

/** Reads the file without a look at its signature. Null if it is not there. `forged` if it is not a head. */
export function readOutsideHead(
  file: string,
): { readonly head: Head; readonly signature: string | undefined } | null | 'forged' {
  let text: string;
  try {
    text = readText(file);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? null : 'forged';
  }
  try {
    const { ledgerId, seq, hash, signature } = JSON.parse(text) as Partial<Head> & { signature?: unknown };
    const isHead =
      typeof ledgerId === 'string' &&
      typeof seq === 'number' &&
      Number.isSafeInteger(seq) &&
      typeof hash === 'string';
    if (!isHead) return 'forged';
    return {
      head: { ledgerId, seq, hash },
      signature: typeof signature === 'string' ? signature : undefined,
    };
  } catch {
    return 'forged';
  }
}
