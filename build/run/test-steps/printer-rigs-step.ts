import { cupsPackages, guestPackages } from '../debian-packages.ts';
import { runCommand } from '../run-command.ts';
import { installPackages, missingPackages } from '../system-packages.ts';
import type { Step } from './step.ts';

/**
 * Installs the packages of the virtual printers, as root. Otherwise this step and the tests of these printers are not run and
 * are reported so. The other tests do not need them.
 */
export const printerRigsStep: Step = {
  name: 'printer rigs',
  async run() {
    const missing = await missingPackages(Object.keys({ ...guestPackages, ...cupsPackages }));
    if (missing.length === 0) return { passed: 1, notRun: [], failures: [] };
    const lack = `the system lacks ${missing.join(', ')}`;
    if (process.getuid?.() !== 0)
      return { passed: 0, notRun: [`${lack}, and only root may install`], failures: [] };
    const hasApt = (await runCommand('apt-get', ['--version'])).code === 0;
    if (!hasApt) return { passed: 0, notRun: [`${lack}, and there is no apt-get`], failures: [] };
    return installPackages(missing).then(
      () => ({ passed: 1, notRun: [], failures: [] }),
      (error: unknown) => ({ passed: 0, notRun: [`${lack}: ${String(error)}`], failures: [] }),
    );
  },
};
