import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('./default-app/', import.meta.url));
const FILES = ['package.json', 'main.js'];

/** Writes the replacement of Electron's default app into a runtime, if it is not there or differs. */
export async function installDefaultApp(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of FILES) {
    const wanted = await readFile(join(SOURCE, name), 'utf8');
    const target = join(folder, name);
    const present = await readFile(target, 'utf8').catch(() => undefined);
    if (present === wanted) continue;
    // Renames the finished file, so that an Electron that starts now reads the old file or the new one.
    const draft = `${target}.${process.pid}`;
    await writeFile(draft, wanted);
    await rename(draft, target);
  }
}
