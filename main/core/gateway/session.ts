import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Clock } from '../../../shared/kernel/time.ts';
import type { GatewayFailure } from './port.ts';
import { unusable } from './refusal.ts';
import { loginAnswer } from './wire/answers.ts';
import { jsonObject, jsonValue } from './wire/json-text.ts';
import type { Caller } from './caller.ts';

/** The three strings of section 1.2. They are secrets: never logged, never in an error text. */
export interface GatewayCredentials {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly clientId: string;
}

/** The access token of one till, for all calls while it is valid (section 1.3). */
export interface Session {
  /** Returns the present token. If there is none or it ends soon, gets a new one. */
  token(): Promise<Result<string, GatewayFailure>>;
  /** Returns a token other than `refused`, which the gateway has just refused. */
  replace(refused: string): Promise<Result<string, GatewayFailure>>;
  /** Logs in, also if the present token is valid. */
  login(): Promise<Result<string, GatewayFailure>>;
}

interface Held {
  readonly token: string;
  /** By the monotonic clock. */
  readonly untilMs: number;
}

/** A token is replaced this long before its end. A token with a short life is replaced after nine tenths of it. */
const MARGIN_MS = 300_000;

/** Creates the session of one till. It sends one login at a time, however many calls wait for it. */
export function createSession(credentials: GatewayCredentials, call: Caller, clock: Clock): Session {
  let held: Held | null = null;
  let underWay: Promise<Result<string, GatewayFailure>> | null = null;

  const logIn = async (): Promise<Result<string, GatewayFailure>> => {
    const askedAt = clock.monotonic();
    const answer = await call({
      method: 'POST',
      path: '/pdvauth',
      route: '/pdvauth',
      body: loginBody(credentials),
    });
    if (!answer.ok) return answer;
    const parsed = loginAnswer.safeParse(answer.value.json);
    if (!parsed.success)
      return err(unusable(answer.value.status, 'the answer to the login has no usable token'));
    const lifeMs = parsed.data.access_token_expires_in * 1000;
    held = { token: parsed.data.access_token, untilMs: askedAt + lifeMs - Math.min(MARGIN_MS, lifeMs / 10) };
    return ok(held.token);
  };

  const login = (): Promise<Result<string, GatewayFailure>> => {
    underWay ??= logIn().finally(() => {
      underWay = null;
    });
    return underWay;
  };

  return {
    login,
    token: async () => (held && clock.monotonic() < held.untilMs ? ok(held.token) : login()),
    replace: async (refused) => {
      if (held?.token === refused) held = null;
      return held ? ok(held.token) : login();
    },
  };
}

function loginBody(credentials: GatewayCredentials): string {
  return jsonObject({
    access_key: jsonValue(credentials.accessKey),
    secret_key: jsonValue(credentials.secretKey),
    client_id: jsonValue(credentials.clientId),
  });
}
