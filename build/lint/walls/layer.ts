/** A folder of the project and everything that it may import. Every other import is refused. */
export interface Layer {
  /**
   * Its path, which is also its name. If two layers contain a file, the first in the list counts, so deeper ones come first.
   */
  readonly folder: string;
  /** Layers that it may import. */
  readonly imports?: readonly string[];
  /** Layers of which it may import types only. */
  readonly types?: readonly string[];
  readonly packages?: readonly string[];
  /** Packages of which it may import types only. */
  readonly packageTypes?: readonly string[];
  /** It may use the modules of Node. */
  readonly node?: boolean;
}

/** Loose files and everything that they may import. */
export interface LooseFiles extends Omit<Layer, 'folder'> {
  readonly name: string;
  readonly pattern: string;
}

type Owner =
  { readonly element: { readonly type: string } } | { readonly file: { readonly categories: string } };

/** Returns the policies of `eslint-plugin-boundaries` for a layer. */
export function policiesOfLayer(layer: Layer): readonly object[] {
  return policies({ element: { type: layer.folder } }, layer);
}

/** Returns the policies for loose files. */
export function policiesOfFiles(files: LooseFiles): readonly object[] {
  return policies({ file: { categories: files.name } }, files);
}

function policies(from: Owner, may: Omit<Layer, 'folder'>): readonly object[] {
  const type = { kind: 'type' };
  const allow = [
    ...some(may.imports, (layers) => ({ to: { element: { type: layers } } })),
    ...some(may.types, (layers) => ({ to: { element: { type: layers } }, dependency: type })),
    ...some(may.packages, (names) => ({ to: { module: { source: names } } })),
    ...some(may.packageTypes, (names) => ({ to: { module: { source: names } }, dependency: type })),
    ...(may.node === true ? [{ to: { module: { origin: 'core' } } }] : []),
  ];
  return allow.length === 0 ? [] : [{ from, allow }];
}

function some<T>(names: readonly string[] | undefined, policy: (names: readonly string[]) => T): T[] {
  return names === undefined || names.length === 0 ? [] : [policy(names)];
}
