import type { WireError } from '../../shared/contract/define.ts';
import type { BridgeMethod, BridgeReply } from '../../shared/rpc/bridge.ts';

type Failure<M extends BridgeMethod> = Extract<BridgeReply<M>, { ok: false }>;

/** Every code that a call of the cashier's page may answer with. The tables of words must name them all. */
export type ErrorCode = { [M in BridgeMethod]: Failure<M>['error']['code'] }[BridgeMethod];

/** What a screen shows of a failed call: words by `code`, figures from `details`, never the message. */
export interface CallError {
  readonly code: ErrorCode;
  /** When it came, by the page's steady clock. */
  readonly heardAt: number;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Returns the error of a reply with the time of its arrival. Null for a reply that is not a failure. */
export function callErrorOf(
  reply: { readonly ok: true } | { readonly ok: false; readonly error: WireError },
): CallError | null {
  return reply.ok ? null : { ...(reply.error as WireError<ErrorCode>), heardAt: performance.now() };
}
