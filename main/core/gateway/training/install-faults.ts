import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../../../shared/kernel/time.ts';
import type { Fault, Faults } from './faults.ts';

/**
 * Installs `faults` on the gateway's calls. Returns the function that returns the fault of a request, for routes that need it.
 */
export function installFaults(
  app: FastifyInstance,
  faults: Faults,
  clock: Clock,
): (request: FastifyRequest) => Fault | null {
  const decided = new WeakMap<FastifyRequest, Fault>();
  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      clock.after(ms, resolve);
    });

  app.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    if (path.startsWith('/training/')) return undefined;
    const fault = faults({ method: request.method, path });
    if (!fault) return undefined;
    decided.set(request, fault);
    if (fault.kind === 'delay' && fault.before === 'doing') await wait(fault.ms);
    if (fault.kind === 'lose-request') {
      reply.hijack();
      request.raw.socket.destroy();
      return reply;
    }
    return fault.kind === 'answer' ? spoil(reply, fault) : undefined;
  });

  app.addHook('onSend', async (request, _reply, payload) => {
    const fault = decided.get(request);
    if (fault?.kind === 'delay' && fault.before === 'answering') await wait(fault.ms);
    if (fault?.kind === 'lose-answer') request.raw.socket.destroy();
    if (typeof payload !== 'string') return payload;
    if (fault?.kind === 'half-json') return payload.slice(0, Math.ceil(payload.length / 2));
    if (fault?.kind === 'replace') return replaceMembers(payload, fault.members);
    return payload;
  });

  return (request) => decided.get(request) ?? null;
}

function spoil(reply: FastifyReply, fault: Extract<Fault, { kind: 'answer' }>): FastifyReply {
  return reply
    .code(fault.status)
    .type(fault.contentType ?? 'text/html; charset=utf-8')
    .send(fault.body);
}

/** Replaces members of the answer. If the answer is a list, replaces them in each row. */
function replaceMembers(payload: string, members: Readonly<Record<string, unknown>>): string {
  const body = JSON.parse(payload) as object;
  if (Array.isArray(body)) return JSON.stringify(body.map((row: object) => ({ ...row, ...members })));
  return JSON.stringify({ ...body, ...members });
}
