import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writePrivateFile } from '../../../main/core/ledger/private-file.ts';
import type { GatewayCredentials } from '../../../main/core/gateway/session.ts';

const text = z.string().min(1).max(512);
const keys = z.object({ accessKey: text, secretKey: text, clientId: text });

/** Returns the file of the keys, in the form that `npm run headless -- --credentials FILE` reads. */
function keysFile(folder: string): string {
  return join(folder, 'credentials.json');
}

/** Returns the keys of the last run. Undefined if there was none. Throws if the file cannot be read as keys. */
export function readKeys(folder: string): GatewayCredentials | undefined {
  let content: string;
  try {
    content = readFileSync(keysFile(folder), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const parsed = keys.safeParse(parseJson(content));
  if (!parsed.success)
    throw new Error(`${keysFile(folder)} não tem as chaves. Apague o arquivo para ter chaves novas.`);
  return parsed.data;
}

/** Writes the keys and the address of this run. A file that is half written never replaces another one. */
export function writeKeys(folder: string, baseUrl: string, credentials: GatewayCredentials): void {
  writePrivateFile(keysFile(folder), `${JSON.stringify({ baseUrl, ...credentials })}\n`);
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return null; // the caller says which file it is
  }
}
