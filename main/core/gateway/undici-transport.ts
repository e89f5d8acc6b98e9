import type { Agent as AgentType, Dispatcher } from 'undici';
// Of undici only this: its front door also loads fetch, web sockets, caches and mocks, and every start would wait.
// @ts-expect-error -- only the front door has types
import UntypedAgent from 'undici/lib/dispatcher/agent.js';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { isSafeUrl } from './base-urls.ts';
import type { HttpAnswer, HttpRequest, HttpTransport, TransportFailure } from './transport.ts';

const Agent = UntypedAgent as typeof AgentType;

/** The real network. `close` ends what is under way, as `no-answer`, and frees the sockets. */
export type UndiciTransport = HttpTransport & { readonly close: () => Promise<void> };

const MAX_ANSWER_BYTES = 1_048_576;

/**
 * Idle sockets are kept long enough for polling to reuse them and dropped well before servers usually drop theirs (60 s and more): a
 * request sent into a socket that the other side is closing is lost, and counts as perhaps acted on.
 */
const KEEP_ALIVE_MS = 15_000;

/**
 * HTTP over undici: no redirects, no proxies from the environment, no retries. Only https, or http on this machine. Never throws.
 * A request is `unreachable` until undici takes a connected socket to write it, and `no-answer` from then on.
 */
export function createUndiciTransport(): UndiciTransport {
  const agent = new Agent({
    connect: { timeout: 60_000 }, // each request brings its own, shorter limit
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
    headersTimeout: 0, // one limit over head and body together, kept below
    bodyTimeout: 0,
    pipelining: 1,
    maxResponseSize: MAX_ANSWER_BYTES,
  });
  const transport: HttpTransport = (request) => {
    const url = URL.parse(request.url);
    if (!url || !isSafeUrl(url))
      return Promise.resolve(err({ kind: 'unreachable', detail: 'insecure or malformed address' }));
    return new Promise((resolve) => exchange(agent, url, request, resolve));
  };
  return Object.assign(transport, { close: () => agent.destroy() });
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
  const fail = (error: Error): void =>
    settle(err({ kind: controller ? 'no-answer' : 'unreachable', detail: describeError(error) }));
  const giveUp = (what: string): void => {
    fail(new Error(what));
    controller?.abort(new Error(what));
  };
  timer = setTimeout(giveUp, request.connectTimeoutMs, 'no connection in time');

  const chunks: Buffer[] = [];
  let head: Omit<HttpAnswer, 'text'> = { status: 0, contentType: '', date: null };
  const handler: Dispatcher.DispatchHandler = {
    onRequestStart: (control) => {
      // Given up before a socket was there, or about to be sent a second time: nothing may be written now.
      if (settled || controller) return control.abort(new Error('given up'));
      controller = control;
      clearTimeout(timer);
      timer = setTimeout(giveUp, request.answerTimeoutMs, 'no answer in time');
    },
    onResponseStart: (_control, status, headers) => {
      const { 'content-type': contentType, date } = headers;
      head = { status, contentType: String(contentType ?? ''), date: typeof date === 'string' ? date : null };
    },
    onResponseData: (_control, chunk) => {
      chunks.push(chunk);
    },
    onResponseEnd: () => settle(ok({ ...head, text: Buffer.concat(chunks).toString('utf8') })),
    onResponseError: (_control, error) => fail(error),
  };
  try {
    const { method, headers, body } = request;
    agent.dispatch({ origin: url.origin, path: url.pathname + url.search, method, headers, body }, handler);
  } catch (error) {
    fail(error instanceof Error ? error : new Error('dispatch failed'));
  }
}

/** The code of a network error, which tells more than its text and never holds contents. */
function describeError(error: Error): string {
  const cause = error.cause instanceof Error ? error.cause : error;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
