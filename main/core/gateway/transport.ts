import type { Result } from '../../../shared/kernel/result.ts';

/** One HTTP request of the gateway client. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A JSON text that is sent unchanged, or null. A DELETE may have one (gateway protocol, section 5.2). */
  readonly body: string | null;
  readonly connectTimeoutMs: number;
  readonly answerTimeoutMs: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  /** The Date header unchanged: the gateway's clock. */
  readonly date: string | null;
  /** Without content encodings and byte order mark, decoded from the declared charset. */
  readonly text: string;
}

/**
 * `unreachable`: no byte of the request can have arrived. `no-answer`: some may have. `unusable`: the answer is not
 * HTTP, is too long, or its content encoding cannot be decoded. `status` is 0 if the answer has no status that can be read.
 */
export type TransportFailure =
  | { readonly kind: 'unreachable' | 'no-answer'; readonly detail: string }
  | { readonly kind: 'unusable'; readonly status: number; readonly detail: string };

/** The way to the network, a port: undici in production, a model of the gateway in the simulation. */
export type HttpTransport = (request: HttpRequest) => Promise<Result<HttpAnswer, TransportFailure>>;
