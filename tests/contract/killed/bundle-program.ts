import { join } from 'node:path';
import { build } from 'vite';
import { repoRoot } from '../../../build/run/repo-root.ts';

/** Libraries with native code, or that find their own files. They stay outside. */
const OUTSIDE = ['better-sqlite3', 'koffi', 'serialport', 'usb'];
/** As deep below the project as the folder of the core's program, which reads package.json by a relative path. */
const FOLDER = join(repoRoot, 'node_modules', '.cache', 'killed', 'programs');

/**
 * Writes a program and all its modules into one file, as the core of the app is built. Hundreds of lives then start in half
 * the time. Returns the file.
 */
export async function bundleProgram(program: string, name: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: OUTSIDE },
    build: {
      ssr: program,
      outDir: FOLDER,
      emptyOutDir: false,
      target: 'node24',
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  return join(FOLDER, `${name}.mjs`);
}
