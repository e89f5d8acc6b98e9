import { autostartEntry } from '../../../main/lifecycle/start-with-computer.ts';
import type { Machine } from '../../../main/start/machine.ts';
import { autostartFile } from '../../../main/start/usual-folder.ts';
import { runCommand } from '../run-command.ts';
import { attention, works, type Check } from './finding.ts';

/** Where Windows lists what starts when this account signs in. Electron writes its entry there. */
const RUN = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Run`;

/** Reads whether the app opens when this account signs in. */
export function startsWithComputerCheck(machine: Machine): Check {
  return {
    name: 'Abre com o computador',
    async run() {
      const isOn = machine.platform === 'win32' ? await isListed() : isInAutostart(machine);
      if (isOn === null) return [attention('não é testado neste sistema. Veja em Ajustes, Telas.')];
      return [
        isOn
          ? works('sim, para esta conta')
          : attention('não, para esta conta. Ligue em Ajustes, se a loja quiser.'),
      ];
    },
  };
}

async function isListed(): Promise<boolean> {
  const { stdout } = await runCommand('reg', ['query', RUN]);
  // reg writes in the code page of the console, which may not have the letter ã.
  return /balc/i.test(stdout);
}

function isInAutostart(machine: Machine): boolean | null {
  return machine.platform === 'linux' ? autostartEntry(autostartFile(machine), []).isOn() : null;
}
