/** A request, as the faults see it. */
export interface FaultRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
}

/** A fault of one request. */
export type Fault =
  /** The connection drops before the work is done. */
  | { readonly kind: 'lose-request' }
  /** The work is done, and the connection drops before the answer. */
  | { readonly kind: 'lose-answer' }
  /** Waits before the work, or before the answer. */
  | { readonly kind: 'delay'; readonly ms: number; readonly before: 'doing' | 'answering' }
  /** Sends this answer and does no work. `text/html` is the default. */
  | { readonly kind: 'answer'; readonly status: number; readonly body: string; readonly contentType?: string }
  /** The work is done, and half of the answer arrives. */
  | { readonly kind: 'half-json' }
  /** The work is done, and these members of the answer are replaced: another status word, other amounts, another order. */
  | { readonly kind: 'replace'; readonly members: Readonly<Record<string, unknown>> }
  /** Refuses the token as expired, also if it is valid. */
  | { readonly kind: 'token-expired' }
  /** The bank refuses a cancel or refund: 200 with the old status (section 5). */
  | { readonly kind: 'bank-refuses' };

/** Returns the fault of a request. Null lets it pass. By default the training gateway has no faults. */
export type Faults = (request: FaultRequest) => Fault | null;
