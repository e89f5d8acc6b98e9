import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Logger } from '../../../shared/kernel/logger.ts';
import type { Clock } from '../../../shared/kernel/time.ts';
import type { GatewayFailure } from './port.ts';
import type { GatewayClock } from './gateway-clock.ts';
import { toFailure, unusable } from './refusal.ts';
import type { HttpTransport, TransportFailure } from './transport.ts';

/** One call to the gateway. */
interface GatewayCall {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Path and query, after the base URL. */
  readonly path: string;
  /** The path with its variable parts left out, for the log. */
  readonly route: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer of 200 or 201 whose body is JSON. Its shape is not checked yet. */
export interface GatewayAnswer {
  readonly status: number;
  readonly json: unknown;
}

export type Caller = (call: GatewayCall) => Promise<Result<GatewayAnswer, GatewayFailure>>;

/** Section 10, row 18: a create and a refund can be slow, because a bank answers them. */
const CONNECT_TIMEOUT_MS = 10_000;
const READ_TIMEOUT_MS = 15_000;
const WRITE_TIMEOUT_MS = 60_000;

/** The longest answer of the gateway, for every transport. The real transport stops earlier. */
const MAX_ANSWER_CHARACTERS = 1_048_576;

/**
 * Creates a caller without a token. It sends one request and returns its JSON or a failure. It logs routes and never contents.
 */
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
        // Answers are short. If one has an encoding nevertheless, the transport decodes it.
        'accept-encoding': 'identity',
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...call.headers,
      },
      body: call.body ?? null,
      connectTimeoutMs: CONNECT_TIMEOUT_MS,
      answerTimeoutMs: call.method === 'GET' ? READ_TIMEOUT_MS : WRITE_TIMEOUT_MS,
    });
    const result = sent.ok ? judge(sent.value.status, sent.value.text) : err(withoutAnswer(sent.error));
    // A firewall or a proxy has a clock too, so only answers of the gateway count.
    if (sent.ok && result.ok) theirClock.learn(sent.value.date);
    const fields = { method: call.method, route: call.route, ms: Math.round(clock.monotonic() - startedAt) };
    if (result.ok) logger.debug('call-answered', { ...fields, status: result.value.status });
    else logger.warn('call-failed', { ...fields, ...describe(result.error) });
    return result;
  };
}

/** Returns the failure of an exchange without a usable answer. Cleans a detail that has parts of the answer. */
function withoutAnswer(failure: TransportFailure): GatewayFailure {
  return failure.kind === 'unusable' ? unusable(failure.status, failure.detail) : failure;
}

function judge(status: number, text: string): Result<GatewayAnswer, GatewayFailure> {
  if (text.length > MAX_ANSWER_CHARACTERS) return err(unusable(status, 'the answer is too long'));
  const json = parseJson(text);
  if (status !== 200 && status !== 201) return err(toFailure(status, json, text));
  if (json === undefined) return err(unusable(status, `not JSON: ${text}`));
  return ok({ status, json });
}

/** Returns the value of a JSON text, or undefined. Skips a byte order mark before it (RFC 8259, section 8.1). */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as unknown;
  } catch {
    return undefined; // HTML or half a JSON: the caller decides by the status
  }
}

/** Returns the fields of a failure for the log: its kind, never the contents of the answer. */
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
