import type { FastifyInstance } from 'fastify';
import { sendProblem } from './problem.ts';

/** Answers a path that no call has with 404, and a method that the path's calls do not have with 405 and `Allow`. */
export function addUnknownCalls(app: FastifyInstance): void {
  const calls: { readonly path: RegExp; readonly method: string }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    // A part of a route is plain text or a parameter: `/v1/charges/:id`.
    const path = new RegExp(`^${url.replaceAll(/:[^/]+/g, '[^/]+')}$`);
    for (const each of [method].flat()) calls.push({ path, method: each });
  });
  app.setNotFoundHandler((request, reply) => {
    const path = (request.raw.url ?? '').replace(/^https?:\/\/[^/]*/i, '').split('?', 1)[0] ?? '';
    const allowed = calls.filter((call) => call.path.test(path)).map(({ method }) => method);
    if (allowed.length === 0) return sendProblem(reply, 'unknown_call');
    return sendProblem(reply.header('allow', allowed.sort().join(', ')), 'method_not_allowed');
  });
}
