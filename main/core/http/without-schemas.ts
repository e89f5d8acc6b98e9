import type { FastifyServerOptions } from 'fastify';

const unused = (): never => {
  throw new Error('a route with a JSON schema');
};

/**
 * An option for fastify. Zod checks the input and no route has a JSON schema, so the two schema compilers are never loaded.
 * They cost more than the rest of the server together.
 */
export const WITHOUT_SCHEMAS = {
  compilersFactory: { buildValidator: unused, buildSerializer: unused },
} as const satisfies FastifyServerOptions['schemaController'];
