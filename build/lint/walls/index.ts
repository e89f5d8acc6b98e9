import { coreEntries, coreLayers } from './core.ts';
import { policiesOfFiles, policiesOfLayer, type Layer, type LooseFiles } from './layer.ts';
import { pageFiles, pageLayers } from './pages.ts';
import { openings, prohibitions } from './prohibitions.ts';
import { sharedLayers } from './shared.ts';
import { shellEntry, shellLayers } from './shell.ts';

/** The layers of the product. Deeper folders come before the folders around them. */
export const shipped: readonly Layer[] = [...sharedLayers, ...coreLayers, ...shellLayers, ...pageLayers];

/** Folders outside the product. They may import everything. */
const WORKSHOP = ['tests', 'build', 'assets'];

const looseFiles: readonly LooseFiles[] = [shellEntry, coreEntries, ...pageFiles];

/** Main starts the core by its path. */
const startsCore = {
  from: { element: { type: 'main/supervisor' } },
  allow: { dependency: { source: '../core/index.ts[?]modulePath' } },
};

const seesAll = {
  from: [{ element: { type: WORKSHOP } }, { file: { categories: 'tool-config' } }],
  allow: { to: { module: { origin: ['local', 'external', 'core'] } } },
};

/** The element of a file: its folder, or its path if a folder has loose files. */
export const settings = {
  'boundaries/elements': [...shipped.map(({ folder }) => folder), ...WORKSHOP].map((folder) => ({
    type: folder,
    pattern: folder,
    partialMatch: false,
  })),
  'boundaries/files': [
    ...looseFiles.map(({ name, pattern }) => ({ category: name, pattern })),
    { category: 'tool-config', pattern: '*.config.ts' },
  ],
};

/** The allowed imports. An import that this folder does not name is refused. */
export const dependencies = {
  default: 'disallow',
  checkAllOrigins: true,
  checkUnknownLocals: true,
  message:
    '{{from.file.path}} may not import {{dependency.source}}: what it may is listed in build/lint/walls',
  policies: [
    ...shipped.flatMap(policiesOfLayer),
    ...looseFiles.flatMap(policiesOfFiles),
    startsCore,
    seesAll,
    ...prohibitions,
    ...openings,
  ],
};
