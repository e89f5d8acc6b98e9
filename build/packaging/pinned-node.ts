import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { coreNode, nodeFileName } from '../electron/core-node.ts';
import { shippedNode } from './shipped-node.ts';
import type { Target } from './target.ts';

/**
 * Returns the Node that main's program names and its SHA-256. For an installed till the path is that below its resources, for a
 * run from the sources (null) that of the Node of the tools.
 */
export async function pinnedNode(target: Target | null): Promise<{ path: string; sha256: string }> {
  if (target === null) return { path: coreNode(), sha256: await sha256Of(coreNode()) };
  return { path: nodeFileName(target.platform), sha256: await sha256Of(await shippedNode(target)) };
}

/** Returns the SHA-256 of a file in hex. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
