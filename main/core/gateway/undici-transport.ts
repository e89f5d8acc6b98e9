import type { SecureContext } from 'node:tls';
import type { Agent as AgentType, Dispatcher } from 'undici';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { isSafeUrl } from './base-urls.ts';
import { decodeBody, decodeText } from './decode-body.ts';
import type { HttpAnswer, HttpRequest, HttpTransport, TransportFailure } from './transport.ts';

/** The real network. `close` ends the requests under way as `no-answer` and frees the sockets. */
export type UndiciTransport = HttpTransport & { readonly close: () => Promise<void> };

/** The limit of the encoded body, and of the decoded one. */
const MAX_ANSWER_BYTES = 1_048_576;

/**
 * Idle sockets are kept long enough for the next read. They are closed well before servers usually close theirs (60 s and
 * more): a request into a socket that the server is closing is lost, and the gateway may have acted on it.
 */
const KEEP_ALIVE_MS = 15_000;

/**
 * Creates the transport over undici: no redirects, no proxies from the environment, no retries. Only https, or http on this
 * machine. Never throws. A request is `unreachable` until undici writes it to a connected socket, and `no-answer` afterwards.
 *
 * @param secureContext the certificates to trust. Without it, those of this process.
 */
export function createUndiciTransport(secureContext?: SecureContext): UndiciTransport {
  let agent: Promise<AgentType> | null = null;
  const transport: HttpTransport = async (request) => {
    const url = URL.parse(request.url);
    if (!url || !isSafeUrl(url)) return err({ kind: 'unreachable', detail: 'insecure or malformed address' });
    const opened = await (agent ??= openAgent(secureContext));
    return new Promise((resolve) => exchange(opened, url, request, resolve));
  };
  return Object.assign(transport, { close: async () => (await agent)?.destroy() });
}

/**
 * Loads undici with the first request: it is more than half of the core's program, and each start would wait for it. Its main
 * module also has fetch, web sockets, caches and mocks, so only this part is loaded.
 */
async function openAgent(secureContext?: SecureContext): Promise<AgentType> {
  // @ts-expect-error -- only the main module has types
  const untyped: unknown = await import('undici/lib/dispatcher/agent.js');
  const { default: Agent } = untyped as { default: typeof AgentType };
  return new Agent({
    connect: {
      timeout: 60_000, // each request brings its own, shorter limit
      rejectUnauthorized: true, // NODE_TLS_REJECT_UNAUTHORIZED has no say
      ...(secureContext === undefined ? {} : { secureContext }),
    },
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
    headersTimeout: 0, // `timer` limits head and body together
    bodyTimeout: 0,
    pipelining: 1,
    maxResponseSize: -1, // `onResponseData` counts, where the status of the answer is known
  });
}

type Settle = (result: Result<HttpAnswer, TransportFailure>) => void;

function exchange(agent: AgentType, url: URL, request: HttpRequest, resolve: Settle): void {
  let controller: Dispatcher.DispatchController | null = null;
  let settled = false;
  let timer: NodeJS.Timeout;

  const settle: Settle = (result) => {
    if (settled) return;
    settled = true;
    clearTimeout(timer);
    resolve(result);
  };
  const fail = (error: Error): void => {
    const detail = describeError(error);
    if (isUnreadableHttp(error)) return settle(err({ kind: 'unusable', status: head.status, detail }));
    return settle(err({ kind: controller ? 'no-answer' : 'unreachable', detail }));
  };
  const timeOut = (reason: string): void => {
    fail(new Error(reason));
    controller?.abort(new Error(reason));
  };
  timer = setTimeout(timeOut, request.connectTimeoutMs, 'no connection in time');

  const chunks: Buffer[] = [];
  let bytes = 0;
  let encoding = '';
  let head: Omit<HttpAnswer, 'text'> = { status: 0, contentType: '', date: null };
  const refuse = (detail: string): void => settle(err({ kind: 'unusable', status: head.status, detail }));
  const readBody = async (): Promise<void> => {
    clearTimeout(timer);
    const body = await decodeBody(Buffer.concat(chunks), encoding, MAX_ANSWER_BYTES);
    if (body.ok) settle(ok({ ...head, text: decodeText(body.value, head.contentType) }));
    else refuse(body.error);
  };
  const handler: Dispatcher.DispatchHandler = {
    onRequestStart: (control) => {
      // If the request timed out before it had a socket, or would be sent a second time, it is not written.
      if (settled || controller) return control.abort(new Error('not sent'));
      controller = control;
      clearTimeout(timer);
      timer = setTimeout(timeOut, request.answerTimeoutMs, 'no answer in time');
    },
    onResponseStart: (_control, status, headers) => {
      const { 'content-type': contentType, 'content-encoding': contentEncoding, date } = headers;
      encoding = String(contentEncoding ?? ''); // a repeated header is an array, which is joined by commas
      head = { status, contentType: String(contentType ?? ''), date: typeof date === 'string' ? date : null };
    },
    onResponseData: (control, chunk) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes <= MAX_ANSWER_BYTES) return;
      refuse('the answer is too long');
      control.abort(new Error('the answer is too long'));
    },
    onResponseEnd: () => void readBody(),
    onResponseError: (_control, error) => fail(error),
  };
  try {
    const { method, headers, body } = request;
    agent.dispatch({ origin: url.origin, path: url.pathname + url.search, method, headers, body }, handler);
  } catch (error) {
    fail(error instanceof Error ? error : new Error('dispatch failed'));
  }
}

/** The errors of undici for an answer that came and breaks the rules of HTTP. */
const BREAKS_HTTP = new Set(['UND_ERR_HEADERS_OVERFLOW', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH']);

/** True if an answer came that is not HTTP. A connection that ends within an answer is another error. */
function isUnreadableHttp(error: Error): boolean {
  if (error.name === 'HTTPParserError') return true;
  const code = 'code' in error ? String(error.code) : '';
  // undici ends the connection after an interim answer that it does not support: 100 or 101.
  return (
    BREAKS_HTTP.has(code) || (code === 'UND_ERR_SOCKET' && /^bad (?:upgrade|response)$/.test(error.message))
  );
}

/** Returns the code of a network error, which says more than its text and never has contents. */
function describeError(error: Error): string {
  const cause = error.cause instanceof Error ? error.cause : error;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
