import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Clock } from '../../../shared/kernel/time.ts';
import type { GatewayFailure } from './port.ts';
import { unusable } from './refusal.ts';
import { loginAnswer } from './wire/answers.ts';
import { jsonObject, jsonValue } from './wire/json-text.ts';
import type { Caller } from './caller.ts';

/** The three strings of section 1.2. Secrets: never logged, never part of an error text. */
export interface GatewayCredentials {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly clientId: string;
}

/** One access token, shared by all calls while it lasts (section 1.3). */
export interface Session {
  /** The token in hand, or a new one when there is none or it is about to end. */
  token(): Promise<Result<string, GatewayFailure>>;
  /** A token other than `refused`, which the gateway has just turned down. */
  replace(refused: string): Promise<Result<string, GatewayFailure>>;
  /** Logs in afresh, whatever is in hand. */
  login(): Promise<Result<string, GatewayFailure>>;
}

interface Held {
  readonly token: string;
  /** On the monotonic clock. */
  readonly untilMs: number;
}

/** A token is given up this long before its end, or after nine tenths of a short life. */
const MARGIN_MS = 300_000;

/** Keeps the login of one till: one request at a time however many calls wait for it. */
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
