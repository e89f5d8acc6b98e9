import { z } from 'zod';

/** As much of JSON Schema as the published descriptions use. */
export interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
}

/** What is wrong with `value` by the schema as it stands; undefined when nothing is. */
export function misfit(schema: object, value: unknown): z.ZodError | undefined {
  return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value).error;
}

/**
 * The schema as its texts mean it: they say of many members that they may be null, and the types do not; enumerations of wallets and
 * banks are open sets, which the lists of one page and the next prove by differing; date formats contradict the examples beside them.
 */
export function asMeant({ type, properties, items }: Schema): object {
  return {
    ...(type === undefined ? {} : { type: [type, 'null'] }),
    ...(items ? { items: asMeant(items) } : {}),
    ...(properties ? { properties: mapValues(properties, asMeant) } : {}),
  };
}

/** The members that a schema names, at every depth: `data[].order_id`. */
export function memberPaths(schema: Schema, prefix = ''): readonly string[] {
  if (schema.items) return memberPaths(schema.items, `${prefix}[]`);
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => [
    `${prefix}.${name}`,
    ...memberPaths(member, `${prefix}.${name}`),
  ]);
}

/** The members that a value has, in the same notation; of a list those of its first element. */
export function pathsIn(value: unknown, prefix = ''): readonly string[] {
  if (Array.isArray(value)) return pathsIn(value[0], `${prefix}[]`);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [
    `${prefix}.${name}`,
    ...pathsIn(member, `${prefix}.${name}`),
  ]);
}

/** The example that stands in the schema, piece by piece; numbers and nulls are written as texts there. */
export function exampleOf(schema: Schema): unknown {
  if (schema.items) return [exampleOf(schema.items)];
  if (schema.properties) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, member]) => [name, exampleOf(member)]),
    );
  }
  if (schema.example === undefined || schema.example === 'null')
    return schema.type === 'string' && !schema.example ? 'x' : null;
  if (schema.type === 'number' || schema.type === 'integer') return Number(schema.example);
  return schema.example;
}

function mapValues<T>(
  members: Readonly<Record<string, Schema>>,
  change: (member: Schema) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, change(member)]));
}
