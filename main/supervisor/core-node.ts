import { createHash } from 'node:crypto';
import { statSync, type BigIntStats } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { openFileAsync } from '../files/file-operations.ts';

/** The Node that runs the core, as the build wrote it into main's program. */
export interface PinnedNode {
  /** Absolute path of the executable. */
  readonly path: string;
  /** SHA-256 of its content, in hex. */
  readonly sha256: string;
}

/** A Node whose content was the pinned one. */
export interface CoreNode {
  readonly path: string;
  /** True if the file was neither written nor replaced since its content was checked. */
  isSame(): boolean;
}

/** `not-read`: the file is missing or cannot be read. `changed`: its content is another one. */
export type CheckedNode = Result<CoreNode, 'not-read' | 'changed'>;

/** How much of the file is read at once. Main goes on with its other work in between. */
const CHUNK_BYTES = 1024 * 1024;

/**
 * Checks the content of the Node against the pinned one. The file has 120 MB, so this takes 0.1 to 0.2 s, and a start of the core
 * asks `isSame` only.
 */
export async function checkCoreNode(pinned: PinnedNode): Promise<CheckedNode> {
  const { path } = pinned;
  const found = await identify(path).catch(() => null);
  if (found === null) return err('not-read');
  if (found.sha256 !== pinned.sha256) return err('changed');
  const isSame = (): boolean => {
    const now = statSync(path, { bigint: true, throwIfNoEntry: false });
    return now !== undefined && sameFile(now, found.stats);
  };
  return ok({ path, isSame });
}

async function identify(path: string): Promise<{ readonly sha256: string; readonly stats: BigIntStats }> {
  const file = await openFileAsync(path, 'r');
  try {
    const stats = await file.stat({ bigint: true });
    const hash = createHash('sha256');
    await pipeline(file.createReadStream({ highWaterMark: CHUNK_BYTES, autoClose: false }), hash);
    return { sha256: hash.digest('hex'), stats };
  } finally {
    await file.close();
  }
}

/** A program can set the time of writing. Only the system sets `ctime`. */
function sameFile(a: BigIntStats, b: BigIntStats): boolean {
  return a.dev === b.dev && a.ino === b.ino && a.size === b.size && a.ctimeNs === b.ctimeNs;
}
