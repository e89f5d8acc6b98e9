import { join, relative, resolve } from 'node:path';
// The build bundles the core as another program and gives its path here.
import corePath from '../core/index.ts?modulePath';
import type { PinnedNode } from './core-node.ts';

/** Values that the bundler writes into the program (electron.vite.config.ts). */
declare const BALCAO_IS_INSTALLED: boolean;
declare const BALCAO_NODE_PATH: string;
declare const BALCAO_NODE_SHA256: string;

/**
 * The core's program. Only Electron reads the archive of an installed till, so the packer puts the core beside it
 * (`asarUnpack` in electron-builder.yml).
 */
export const CORE_MODULE: string = BALCAO_IS_INSTALLED ? besideArchive(corePath) : corePath;

/** In an installed till the path is relative to its resources. In a run from the sources it is absolute. */
export const CORE_NODE: PinnedNode = {
  path: resolve(process.resourcesPath, BALCAO_NODE_PATH),
  sha256: BALCAO_NODE_SHA256,
};

function besideArchive(path: string): string {
  const archive = join(process.resourcesPath, 'app.asar');
  return join(`${archive}.unpacked`, relative(archive, path));
}
