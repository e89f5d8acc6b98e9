import type { Layer } from './layer.ts';

/** shared/ runs in every environment: no Node, no DOM, no Electron. */
export const sharedLayers: readonly Layer[] = [
  { folder: 'shared/kernel' },
  { folder: 'shared/domain', imports: ['shared/kernel'] },
  { folder: 'shared/contract', imports: ['shared/kernel', 'shared/domain'], packages: ['zod'] },
  { folder: 'shared/rpc', imports: ['shared/kernel', 'shared/contract'], packages: ['zod'] },
];
