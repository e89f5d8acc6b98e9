/** What the training gateway is told about a request before it looks at it. */
export interface FaultRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
}

/** One thing that goes wrong with one request. */
export type Fault =
  /** The connection drops; nothing was done. */
  | { readonly kind: 'lose-request' }
  /** It was done, and the connection drops before the answer. */
  | { readonly kind: 'lose-answer' }
  /** Waits before doing it, or before answering. */
  | { readonly kind: 'delay'; readonly ms: number; readonly before: 'doing' | 'answering' }
  /** Answers this instead; nothing was done. `text/html` unless told otherwise. */
  | { readonly kind: 'answer'; readonly status: number; readonly body: string; readonly contentType?: string }
  /** It was done, and half of the answer arrives. */
  | { readonly kind: 'half-json' }
  /** It was done, and these members of the answer are replaced: another status word, other amounts, another order. */
  | { readonly kind: 'replace'; readonly members: Readonly<Record<string, unknown>> }
  /** The token is called expired, whatever it is. */
  | { readonly kind: 'token-expired' }
  /** A cancel or refund is turned down by the bank: 200 with the status as it was (section 5). */
  | { readonly kind: 'bank-refuses' };

/** Decides for each request; null lets it pass. The training gateway has none unless it is given one. */
export type Faults = (request: FaultRequest) => Fault | null;
