import { err, type Result } from '../../../shared/kernel/result.ts';
import type { Caller } from './caller.ts';
import type { GatewayFailure } from './port.ts';
import type { Session } from './session.ts';

/** A caller that carries the till's token. One refused token is replaced once and the call repeated once (section 10, row 6). */
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

/** A 401 of any form counts: a call that was not let in was not acted on, so it is safe to repeat. */
function isTokenRefused(failure: GatewayFailure): boolean {
  if (failure.kind === 'unusable') return failure.status === 401;
  return failure.kind === 'refused' && failure.reason === 'credentials';
}

/**
 * The failure of a call whose login failed. The call itself was never sent, so it is `unreachable` whatever became of the login. A
 * refused login stays a refusal, and a login whose answer cannot be used is named.
 */
function notSent(failure: GatewayFailure): Result<never, GatewayFailure> {
  if (failure.kind === 'refused') return err(failure);
  const detail = `login ${failure.kind}: ${failure.detail}`;
  if (failure.kind !== 'unusable') return err({ kind: 'unreachable', detail });
  const { status } = failure;
  return err({ kind: 'unreachable', detail, unusable: { status, detail: failure.detail } });
}
