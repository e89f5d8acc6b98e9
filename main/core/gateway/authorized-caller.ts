import { err, type Result } from '../../../shared/kernel/result.ts';
import type { Caller } from './caller.ts';
import type { GatewayFailure } from './port.ts';
import type { Session } from './session.ts';

/**
 * Creates a caller that sends the till's token. If the token is refused, gets a new one and repeats the call, once (section 10,
 * row 6).
 */
export function createAuthorizedCaller(session: Session, call: Caller): Caller {
  return async (request) => {
    const withToken = (token: string): ReturnType<Caller> =>
      call({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } });
    const token = await session.token();
    if (!token.ok) return notSent(token.error);
    const first = await withToken(token.value);
    if (first.ok || !isTokenRefused(first.error)) return first;
    const fresh = await session.replace(token.value);
    return fresh.ok ? withToken(fresh.value) : notSent(fresh.error);
  };
}

/** True for every 401. A call that was refused for its token was not acted on, so it is safe to repeat. */
function isTokenRefused(failure: GatewayFailure): boolean {
  if (failure.kind === 'unusable') return failure.status === 401;
  return failure.kind === 'refused' && failure.reason === 'credentials';
}

/**
 * Returns the failure of a call whose login failed. The call was not sent, so it is `unreachable`. A refused login stays a
 * refusal, and an unusable answer to the login is named.
 */
function notSent(failure: GatewayFailure): Result<never, GatewayFailure> {
  if (failure.kind === 'refused') return err(failure);
  const detail = `login ${failure.kind}: ${failure.detail}`;
  if (failure.kind !== 'unusable') return err({ kind: 'unreachable', detail });
  const { status } = failure;
  return err({ kind: 'unreachable', detail, unusable: { status, detail: failure.detail } });
}
