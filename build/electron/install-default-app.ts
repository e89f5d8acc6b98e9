import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('./default-app/', import.meta.url));
const FILES = ['package.json', 'main.js'];

/** Writes the stand-in for Electron's default app into a runtime, only where it differs from ours. */
export async function installDefaultApp(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of FILES) {
    const wanted = await readFile(join(SOURCE, name), 'utf8');
    const target = join(folder, name);
    const present = await readFile(target, 'utf8').catch(() => undefined);
    if (present === wanted) continue;
    // Moved into place, so that an Electron starting now reads the old file or the new one, never half of it.
    const draft = `${target}.${process.pid}`;
    await writeFile(draft, wanted);
    await rename(draft, target);
  }
}
