import type { z } from 'zod';

/** A text in the input of a call, at `path`, with the schema that checks it. */
export interface TextLeaf {
  readonly path: string;
  readonly accepts: (text: string) => boolean;
}

interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
}

/** Kinds of values that hold no text of the page's own. */
const WITHOUT_TEXT = [
  'number',
  'int',
  'boolean',
  'null',
  'undefined',
  'literal',
  'enum',
  'never',
  'transform',
];

/**
 * Returns every text that an input can hold. Throws for a kind of schema that it does not know, so that a new kind is not
 * passed over.
 */
export function textLeaves(schema: z.ZodType, path = ''): readonly TextLeaf[] {
  const def = schema.def as unknown as Def;
  const below = (inner: z.ZodType | undefined, name: string): readonly TextLeaf[] =>
    inner === undefined ? [] : textLeaves(inner, path === '' ? name : `${path}.${name}`);
  const same = (inner: z.ZodType | undefined): readonly TextLeaf[] =>
    inner === undefined ? [] : textLeaves(inner, path);
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape ?? {}).flatMap(([name, inner]) => below(inner, name));
    case 'array':
      return below(def.element, '*');
    case 'record':
      return [...below(def.keyType, 'key'), ...below(def.valueType, '*')];
    case 'union':
      return (def.options ?? []).flatMap(same);
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
      return same(def.innerType);
    case 'pipe':
      // What the page sends goes in at the first end; a text is what the whole accepts.
      return textLeaves(def.in as z.ZodType, path).map((leaf) =>
        leaf.path === path ? { path, accepts: acceptedBy(schema) } : leaf,
      );
    case 'string':
      return [{ path, accepts: acceptedBy(schema) }];
    default:
      if (WITHOUT_TEXT.includes(def.type)) return [];
      throw new Error(`${path}: the schema '${def.type}' is not known here`);
  }
}

const acceptedBy =
  (schema: z.ZodType) =>
  (text: string): boolean =>
    schema.safeParse(text).success;
