import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { repoRoot } from '../../../build/run/repo-root.ts';

/**
 * Builds the guest's programs into its folder as plain JavaScript. On an emulated processor, reading TypeScript takes longer
 * than the rest of a start.
 */
export async function buildGuestPrograms(folder: string): Promise<void> {
  // Native packages stay outside of the bundle.
  await symlink(join(repoRoot, 'node_modules'), join(folder, 'node_modules'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node24',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: ['driver', 'other-till'].map((name) => join(import.meta.dirname, `guest/${name}.ts`)),
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  });
}
