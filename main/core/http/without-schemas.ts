import type { FastifyServerOptions } from 'fastify';

const unused = (): never => {
  throw new Error('a route with a JSON schema');
};

/**
 * For fastify: what comes in is checked by zod and no route has a JSON schema, so the two compilers of schemas, which
 * cost more than the rest of the server together, are never loaded.
 */
export const WITHOUT_SCHEMAS = {
  compilersFactory: { buildValidator: unused, buildSerializer: unused },
} as const satisfies FastifyServerOptions['schemaController'];
