import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Random } from '../../../../shared/kernel/random.ts';
import type { Clock } from '../../../../shared/kernel/time.ts';
import { uuid } from './uuid.ts';

/** The refusal of a token, in the words of the gateway's token library (section 8.1). */
interface TokenRefusal {
  readonly status: 401 | 422;
  readonly body: object;
}

export interface Tokens {
  /** Returns the five fields of a login (section 1.3). */
  issue(): Readonly<Record<string, string | number>>;
  /** Returns why the `Authorization` header is refused. Null if it has a valid token of this kind. */
  refuse(header: string | undefined, type: 'access' | 'refresh'): TokenRefusal | null;
}

/**
 * Creates signed tokens with the claims of section 1.3. The signing key lives as long as the process, so a token of an earlier
 * run is refused. Every till must handle that.
 */
export function createTokens(options: {
  readonly clock: Clock;
  readonly random: Random;
  readonly accessSeconds: number;
  readonly tillId: string;
  readonly customerId: string;
}): Tokens {
  const { clock, random, accessSeconds } = options;
  const refreshSeconds = accessSeconds * 2;
  const key = random.bytes(32);
  const sign = (text: string): string => createHmac('sha256', key).update(text).digest('base64url');

  const token = (type: 'access' | 'refresh', seconds: number): string => {
    const now = Math.floor(clock.now() / 1000);
    const identity = { auth_type: 'client', customer_id: options.customerId, store_pos_id: options.tillId };
    const claims = {
      iat: now,
      nbf: now,
      jti: uuid(random),
      exp: now + seconds,
      identity,
      fresh: false,
      type,
    };
    const text = `${encode({ typ: 'JWT', alg: 'HS256' })}.${encode(claims)}`;
    return `${text}.${sign(text)}`;
  };

  return {
    issue: () => ({
      access_token: token('access', accessSeconds),
      access_token_expires_in: accessSeconds,
      refresh_token: token('refresh', refreshSeconds),
      refresh_token_expires_in: refreshSeconds,
      token_type: 'Bearer',
    }),
    refuse: (header, type) => {
      const [, head, claims, signature] = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(header ?? '') ?? [];
      if (header === undefined) return { status: 401, body: { code: 401, message: 'Unauthorized' } };
      if (!head || !claims || !signature) return { status: 422, body: { msg: 'Not enough segments' } };
      if (!isSame(signature, sign(`${head}.${claims}`)))
        return { status: 422, body: { msg: 'Signature verification failed' } };
      const { exp, type: found } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
        exp: number;
        type: string;
      };
      if (found !== type) return { status: 422, body: { msg: `Only ${type} tokens are allowed` } };
      return exp * 1000 > clock.now() ? null : { status: 401, body: { msg: 'Token has expired' } };
    },
  };
}

/** Compares secrets in constant time. */
export function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
