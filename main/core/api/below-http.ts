import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { rawProblem, type ProblemCode } from './problem.ts';

/** The problems of a connection whose bytes are no request, by the code of Node's error. */
const CODES: ReadonlyMap<string | undefined, ProblemCode> = new Map([
  ['ERR_HTTP_REQUEST_TIMEOUT', 'request_timeout'],
  ['HPE_HEADER_OVERFLOW', 'headers_too_large'],
]);

/** The newest answer of each connection. */
const answers = new WeakMap<Duplex, ServerResponse>();

/**
 * Answers bytes that are no request with a problem, and ends their connection. If an answer has begun, as in a stream of
 * events, only ends the connection.
 */
export function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const hasBegun = answers.get(socket)?.headersSent === true && answers.get(socket)?.writableEnded === false;
  if (socket.writable && !hasBegun) socket.write(rawProblem(CODES.get(error.code) ?? 'invalid_http'));
  socket.destroy();
}

/** Answers what Node answers by itself, or with a closed connection, with a problem. */
export function answerBelowHttp(server: Server): void {
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) =>
    answers.set(socket, response),
  );
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => socket.end(rawProblem('invalid_http')));
  server.on('checkExpectation', ({ socket }: IncomingMessage, response: ServerResponse) => {
    response.detachSocket(socket);
    socket.end(rawProblem('expectation_failed'));
  });
}
