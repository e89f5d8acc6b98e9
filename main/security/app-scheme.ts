import { readFile } from 'node:fs/promises';
import type { Protocol, ProtocolRequest } from 'electron';
import { APP_SCHEME } from './app-origin.ts';
import { bundlePath } from './bundle-path.ts';
import { contentType } from './content-type.ts';
import { RESPONSE_HEADERS } from './response-headers.ts';

/** Declares app:// before `ready` as a standard, secure scheme, so that policies, fetch and storage treat it as an origin. */
export function declareAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** A file that main makes and does not read from disk. */
export interface BuiltFile {
  readonly type: string;
  readonly body: string;
}
export type BuiltFiles = (path: string) => BuiltFile | null;

/** The body of a file, its status and its headers. */
export interface Answer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly data: Buffer;
}

/**
 * Serves only the bundle of pages under app://balcao/, and the few files that main makes. Called after `ready`.
 *
 * `protocol.handle` answers with a `Response`, and loading that part of Node holds up the first page (docs/performance.md).
 */
export function serveAppScheme(
  protocol: Pick<Protocol, 'registerBufferProtocol'>,
  root: string,
  built: BuiltFiles,
): void {
  const isOurs = protocol.registerBufferProtocol(APP_SCHEME, (request, respond) => {
    void answer(request, root, built).then(respond);
  });
  if (!isOurs) throw new Error(`${APP_SCHEME}: is already served`);
}

/** Returns the answer to a request for a file. Never rejects. */
export async function answer(
  request: Pick<ProtocolRequest, 'method' | 'url'>,
  root: string,
  built: BuiltFiles = () => null,
): Promise<Answer> {
  if (request.method !== 'GET') return refusal(405);
  const file = bundlePath(root, request.url);
  if (file === null) return refusal(404);
  const made = built(new URL(request.url).pathname);
  if (made !== null) return success(Buffer.from(made.body), made.type);
  const type = contentType(file);
  if (type === null) return refusal(404);
  try {
    return success(await readFile(file), type);
  } catch {
    // The path is not in the bundle, or is a folder.
    return refusal(404);
  }
}

function success(data: Buffer, type: string): Answer {
  return { statusCode: 200, headers: { ...RESPONSE_HEADERS, 'Content-Type': type }, data };
}

function refusal(statusCode: number): Answer {
  return { statusCode, headers: { ...RESPONSE_HEADERS }, data: Buffer.alloc(0) };
}
