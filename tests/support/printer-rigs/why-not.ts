import { missingPackages } from '../../../build/run/system-packages.ts';
import { guestKernel } from './guest-image.ts';

/** Returns why a rig with these Debian packages cannot run here. Undefined if it can. */
export async function whyNotWith(packages: Readonly<Record<string, string>>): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'it needs Linux on an x64 machine';
  if (process.getuid?.() !== 0) return 'it needs root';
  const missing = await missingPackages(Object.keys(packages));
  return missing.length === 0 ? undefined : `the system lacks ${missing.join(', ')}`;
}

/** Returns why there is no kernel for the guest. Undefined if there is one. It is fetched the first time. */
export async function whyNoKernel(): Promise<string | undefined> {
  return guestKernel().then(
    () => undefined,
    (error: unknown) => `its kernel cannot be fetched: ${aptError(String(error))}`,
  );
}

/** Returns the errors of apt's output, without warnings. */
function aptError(text: string): string {
  return (/^E: .*$/m.exec(text)?.[0] ?? text).replaceAll(/\s+/g, ' ').slice(0, 200);
}

/** Returns the end of the name of tests that are not run, with the reason. Empty for tests that run. */
export function notRun(whyNot: string | undefined): string {
  return whyNot === undefined ? '' : ` (not run: ${whyNot})`;
}
