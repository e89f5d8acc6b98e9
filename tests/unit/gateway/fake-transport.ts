import type {
  HttpAnswer,
  HttpRequest,
  HttpTransport,
  TransportFailure,
} from '../../../main/core/gateway/transport.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';

type Reply = Result<HttpAnswer, TransportFailure>;

/** Answers a request, or null to let the next rule try. */
export type Rule = (request: HttpRequest) => Reply | Promise<Reply> | null;

export interface FakeTransport {
  readonly transport: HttpTransport;
  /** Every request, in order, logins included. */
  readonly requests: HttpRequest[];
  /** How many of them were logins. */
  readonly logins: () => number;
}

export const json = (body: unknown, status = 200): Reply =>
  ok({ status, contentType: 'application/json', date: null, text: JSON.stringify(body) });

export const text = (body: string, status = 200, contentType = 'text/html'): Reply =>
  ok({ status, contentType, date: null, text: body });

/** The same answer with a Date header. */
export const dated = (reply: Reply, date: string): Reply => (reply.ok ? ok({ ...reply.value, date }) : reply);

export const lost = (kind: 'unreachable' | 'no-answer'): Reply => err({ kind, detail: 'test' });

/** A login answer whose token is `token-N`. */
export const loginAnswer = (count: number, seconds = 14_400): Reply =>
  json({
    access_token: `token-${count}`,
    access_token_expires_in: seconds,
    refresh_token: 'r',
    token_type: 'Bearer',
  });

/** A network of rules; logins succeed unless a rule takes them. */
export function createFakeTransport(...rules: readonly Rule[]): FakeTransport {
  const requests: HttpRequest[] = [];
  const logins = (): number => requests.filter((request) => request.url.endsWith('/pdvauth')).length;
  return {
    requests,
    logins,
    transport: async (request) => {
      requests.push(request);
      for (const rule of rules) {
        const reply = await rule(request);
        if (reply) return reply;
      }
      return request.url.endsWith('/pdvauth')
        ? loginAnswer(logins())
        : json({ code: 404, message: 'no rule' }, 404);
    },
  };
}
