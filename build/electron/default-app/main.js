// Stands in for Electron's own default app where a runtime ships without one:
// `electron <folder or file>` loads that app under its own name, version and path.
// Electron holds back `ready` until this module's top-level await ends, as it does for any ES module entry.
import { app } from 'electron';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const target = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (target === undefined) {
  process.stderr.write('usage: electron <folder of an app>\n');
  process.exit(1);
}

const entry = resolve(target);
const manifestFile = join(entry, 'package.json');

process.defaultApp = true;
if (existsSync(manifestFile)) {
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const name = manifest.productName ?? manifest.name;
  if (name !== undefined) app.setName(name);
  if (manifest.version !== undefined) app.setVersion(manifest.version);
  if (manifest.desktopName !== undefined) app.setDesktopName(manifest.desktopName);
  app.setAppPath(entry);
  await load(createRequire(manifestFile).resolve(resolve(entry, manifest.main ?? 'index.js')));
} else {
  app.setAppPath(dirname(entry));
  await load(entry);
}

/** Ends the process when the app cannot be loaded, in place of Electron's error dialog. */
async function load(file) {
  try {
    await import(pathToFileURL(file).href);
  } catch (error) {
    process.stderr.write(`could not load ${file}\n${error?.stack ?? error}\n`);
    process.exit(1);
  }
}
