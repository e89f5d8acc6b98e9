import { readFile } from 'node:fs/promises';
import type { Protocol } from 'electron';
import { APP_SCHEME } from './app-origin.ts';
import { bundlePath } from './bundle-path.ts';
import { contentType } from './content-type.ts';
import { RESPONSE_HEADERS } from './response-headers.ts';

/** Before `ready`: makes app:// a real, secure origin, so that policies, fetch and storage treat it as one. */
export function declareAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** After `ready`: serves the bundle of pages under app://balcao/ and nothing else. */
export function serveAppScheme(protocol: Pick<Protocol, 'handle'>, root: string): void {
  protocol.handle(APP_SCHEME, (request) => answer(request, root));
}

/** One request for a file of the bundle. */
export async function answer(request: Pick<Request, 'method' | 'url'>, root: string): Promise<Response> {
  if (request.method !== 'GET') return refusal(405);
  const file = bundlePath(root, request.url);
  const type = file === null ? null : contentType(file);
  if (file === null || type === null) return refusal(404);
  try {
    return new Response(new Uint8Array(await readFile(file)), {
      headers: { ...RESPONSE_HEADERS, 'Content-Type': type },
    });
  } catch {
    // Not in the bundle, or a folder.
    return refusal(404);
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: { ...RESPONSE_HEADERS } });
}
