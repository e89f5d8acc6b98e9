import { join } from 'node:path';
import { build } from 'vite';

/** Bundles a fixture core into a folder, in one file. Returns the path of the program, for BALCAO_TEST_CORE. */
export async function buildCore(name: 'echo-core', folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node24',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: join(import.meta.dirname, `${name}.ts`),
        output: { format: 'es', entryFileNames: `${name}.mjs` },
      },
    },
  });
  return join(folder, `${name}.mjs`);
}
