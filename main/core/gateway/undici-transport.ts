import type { Agent as AgentType, Dispatcher } from 'undici';
// Of undici only this: its front door also loads fetch, web sockets, caches and mocks, and every start would wait.
// @ts-expect-error -- only the front door has types
import UntypedAgent from 'undici/lib/dispatcher/agent.js';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { isSafeUrl } from './base-urls.ts';
import { decodeBody, decodeText } from './decode-body.ts';
import type { HttpAnswer, HttpRequest, HttpTransport, TransportFailure } from './transport.ts';

const Agent = UntypedAgent as typeof AgentType;

/** The real network. `close` ends the requests under way as `no-answer` and frees the sockets. */
export type UndiciTransport = HttpTransport & { readonly close: () => Promise<void> };

/** Counted on the wire, and once more without content encodings. */
const MAX_ANSWER_BYTES = 1_048_576;

/**
 * Idle sockets are kept long enough for polling to reuse them. They are dropped well before servers usually drop theirs (60 s and
 * more), because a request sent into a socket that the other side is closing is lost and counts as perhaps acted on.
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
    maxResponseSize: -1, // counted below, where the status of the answer is known
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
      // If it was given up before a socket was there, or would be sent a second time, nothing is written.
      if (settled || controller) return control.abort(new Error('given up'));
      controller = control;
      clearTimeout(timer);
      timer = setTimeout(timeOut, request.answerTimeoutMs, 'no answer in time');
    },
    onResponseStart: (_control, status, headers) => {
      const { 'content-type': contentType, 'content-encoding': contentEncoding, date } = headers;
      encoding = String(contentEncoding ?? ''); // a header that came twice is an array, which is joined by commas
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

/** The code of a network error, which tells more than its text and never holds contents. */
function describeError(error: Error): string {
  const cause = error.cause instanceof Error ? error.cause : error;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
