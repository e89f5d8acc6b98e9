import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Logger } from '../../../shared/kernel/logger.ts';
import type { Clock } from '../../../shared/kernel/time.ts';
import type { GatewayFailure } from './port.ts';
import type { GatewayClock } from './gateway-clock.ts';
import { toFailure, unusable } from './refusal.ts';
import type { HttpTransport } from './transport.ts';

/** One call as the client states it. */
interface GatewayCall {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Path and query, after the base URL. */
  readonly path: string;
  /** The path with its variable parts left out, for the log. */
  readonly route: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer of 200 or 201 whose body is JSON; nothing more is known of it yet. */
export interface GatewayAnswer {
  readonly status: number;
  readonly json: unknown;
}

export type Caller = (call: GatewayCall) => Promise<Result<GatewayAnswer, GatewayFailure>>;

/** Section 10, row 18: creating and giving back have a bank behind them and may be slow. */
const CONNECT_TIMEOUT_MS = 10_000;
const READ_TIMEOUT_MS = 15_000;
const WRITE_TIMEOUT_MS = 60_000;

/** An answer above this is not one of the gateway's. The transport stops earlier; this holds for every transport. */
const MAX_ANSWER_CHARACTERS = 1_048_576;

/** The bare exchange, without a token: sends one request and turns what comes back into JSON or a failure. Logs routes, never contents. */
export function createCaller(
  baseUrl: string,
  transport: HttpTransport,
  clock: Clock,
  theirClock: GatewayClock,
  logger: Logger,
): Caller {
  return async (call) => {
    const startedAt = clock.monotonic();
    const sent = await transport({
      method: call.method,
      url: baseUrl + call.path,
      headers: {
        accept: 'application/json',
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...call.headers,
      },
      body: call.body ?? null,
      connectTimeoutMs: CONNECT_TIMEOUT_MS,
      answerTimeoutMs: call.method === 'GET' ? READ_TIMEOUT_MS : WRITE_TIMEOUT_MS,
    });
    const result = sent.ok ? judge(sent.value.status, sent.value.text) : err(sent.error);
    // A wall or a proxy in between has a clock too, so only an answer of the gateway's own counts.
    if (sent.ok && result.ok) theirClock.heard(sent.value.date);
    const fields = { method: call.method, route: call.route, ms: Math.round(clock.monotonic() - startedAt) };
    if (result.ok) logger.debug('call-answered', { ...fields, status: result.value.status });
    else logger.warn('call-failed', { ...fields, ...describe(result.error) });
    return result;
  };
}

function judge(status: number, text: string): Result<GatewayAnswer, GatewayFailure> {
  if (text.length > MAX_ANSWER_CHARACTERS) return err(unusable(status, 'the answer is too long'));
  const json = parseJson(text);
  if (status !== 200 && status !== 201) return err(toFailure(status, json, text));
  if (json === undefined) return err(unusable(status, `not JSON: ${text}`));
  return ok({ status, json });
}

/** The value, or undefined, which no JSON text stands for. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // HTML or half a JSON: the caller decides by the status
  }
}

/** What a log may say of a failure: its kind, never what stood in the answer. */
function describe(failure: GatewayFailure): Record<string, string | number> {
  switch (failure.kind) {
    case 'unreachable':
    case 'no-answer':
      return { kind: failure.kind, detail: failure.detail };
    case 'unusable':
      return { kind: failure.kind, status: failure.status };
    case 'refused':
      return { kind: failure.kind, status: failure.status, reason: failure.reason };
  }
}
