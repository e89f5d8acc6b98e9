import { resolveElectron } from '../../build/electron/resolve-electron.ts';
import { buildIfChanged } from '../../build/run/build-if-changed.ts';
import { ensureSystemPackages } from '../../build/run/system-packages.ts';

/** What every run needs, also `npx playwright test` alone: system packages, an Electron, the app as its sources are now. */
export default async function globalSetup(): Promise<void> {
  await ensureSystemPackages();
  await resolveElectron();
  await buildIfChanged();
}
