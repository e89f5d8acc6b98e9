import type { Layer, LooseFiles } from './layer.ts';

const COMMON = ['shared/kernel', 'shared/contract', 'shared/rpc'];

/** Describes a part of Electron's main process. Of the core it may import only the file to start. */
const part = (name: string, may: Omit<Layer, 'folder' | 'node'> = {}): Layer => ({
  ...may,
  folder: `main/${name}`,
  imports: [...COMMON, ...(may.imports ?? [])],
  packages: ['electron', 'zod', ...(may.packages ?? [])],
  node: true,
});
const shell = (...names: readonly string[]): string[] => names.map((name) => `main/${name}`);

const parts: readonly Layer[] = [
  part('events'),
  // Plain Node: the core uses it too.
  { folder: 'main/files', imports: ['shared/kernel'], packageTypes: ['zod'], node: true },
  part('security'),
  part('start', { imports: shell('files') }),
  part('logging', { imports: shell('files'), packages: ['electron-log'] }),
  part('supervisor', { imports: shell('events', 'files') }),
  part('vault', { imports: shell('files') }),
  part('displays', { imports: shell('files', 'security') }),
  part('windows', { imports: shell('displays', 'logging', 'security'), types: shell('ipc') }),
  part('lifecycle', { imports: shell('files', 'supervisor', 'windows') }),
];
const all = parts.map(({ folder }) => folder);

export const shellLayers: readonly Layer[] = [
  ...parts,
  // The gate passes calls to all others.
  part('ipc', { imports: all }),
  part('test-hooks', { imports: [...all, ...shell('ipc')] }),
  // Puts all parts together.
  part('app', { imports: [...all, ...shell('ipc')], types: shell('test-hooks') }),
  // A sandboxed, bundled script. It can load only electron.
  { folder: 'preload', imports: COMMON, packages: ['electron'] },
];

/** The entry. */
export const shellEntry: LooseFiles = {
  name: 'main-entry',
  pattern: 'main/index.ts',
  imports: [...COMMON, ...shellLayers.map(({ folder }) => folder)],
  packages: ['electron', 'zod'],
  node: true,
};
