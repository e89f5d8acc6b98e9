import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyHttpOptions } from 'fastify';

/** Connections that a server holds at the same time. */
export const MOST_CONNECTIONS = 64;

/**
 * Options for fastify: the time that a client has for its headers, for the whole request, between two requests, and without
 * any progress, ms. Node checks the first two every second, so a slow sender is cut at most a second later.
 */
export const CONNECTION_LIMITS = {
  http: { headersTimeout: 5000, connectionsCheckingInterval: 1000 },
  requestTimeout: 10_000,
  keepAliveTimeout: 5000,
  connectionTimeout: 60_000,
} as const satisfies FastifyHttpOptions<Server>;

/** The connections of a server. */
export interface Connections {
  /** Marks a connection whose client has proven that it may use the server. It is never closed for a newer one. */
  trust(socket: Socket): void;
}

/**
 * Limits the connections of a server. If all places are taken, a new connection replaces the oldest one that is not trusted,
 * so connections without a valid request cannot shut other clients out. If every connection is trusted, closes the new one.
 */
export function limitConnections(server: Server, most: number = MOST_CONNECTIONS): Connections {
  /** In the order in which they came. */
  const strangers = new Set<Socket>();
  const trusted = new Set<Socket>();
  server.on('connection', (socket) => {
    if (strangers.size + trusted.size >= most) {
      const [oldest] = strangers;
      if (oldest === undefined) return void socket.destroy();
      strangers.delete(oldest);
      oldest.destroy();
    }
    strangers.add(socket);
    socket.on('close', () => {
      strangers.delete(socket);
      trusted.delete(socket);
    });
  });
  return {
    trust(socket) {
      if (strangers.delete(socket)) trusted.add(socket);
    },
  };
}
