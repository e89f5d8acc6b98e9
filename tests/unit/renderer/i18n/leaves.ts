/** A catalogue, or a part of one. */
export type Tree = { readonly [key: string]: string | Tree };

/** Returns every text of a catalogue with the path of its key. */
export function leaves(tree: Tree, path = ''): readonly (readonly [path: string, text: string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : leaves(value, `${path}${key}.`),
  );
}
