import { createRequire } from 'node:module';

type Extractor = { extract(zipFile: string, options: { dir: string }): Promise<void> };

const require = createRequire(import.meta.url);

/** Unpacks a zip with the extractor that the `electron` package uses for its binary. Keeps permissions. */
export async function unpackZip(zipFile: string, folder: string): Promise<void> {
  const electronRequire = createRequire(require.resolve('electron/package.json'));
  const { extract } = electronRequire('@electron-internal/extract-zip') as Extractor;
  await extract(zipFile, { dir: folder });
}
