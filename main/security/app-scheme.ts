import { readFile } from 'node:fs/promises';
import type { Protocol } from 'electron';
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

/** Serves only the bundle of pages under app://balcao/, and the few files that main makes. Called after `ready`. */
export function serveAppScheme(protocol: Pick<Protocol, 'handle'>, root: string, built: BuiltFiles): void {
  protocol.handle(APP_SCHEME, (request) => answer(request, root, built));
}

/** Returns the response to a request for a file. */
export async function answer(
  request: Pick<Request, 'method' | 'url'>,
  root: string,
  built: BuiltFiles = () => null,
): Promise<Response> {
  if (request.method !== 'GET') return refusal(405);
  const file = bundlePath(root, request.url);
  if (file === null) return refusal(404);
  const made = built(new URL(request.url).pathname);
  if (made !== null) return success(made.body, made.type);
  const type = contentType(file);
  if (type === null) return refusal(404);
  try {
    return success(new Uint8Array(await readFile(file)), type);
  } catch {
    // The path is not in the bundle, or is a folder.
    return refusal(404);
  }
}

function success(body: string | Uint8Array<ArrayBuffer>, type: string): Response {
  return new Response(body, { headers: { ...RESPONSE_HEADERS, 'Content-Type': type } });
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: { ...RESPONSE_HEADERS } });
}
