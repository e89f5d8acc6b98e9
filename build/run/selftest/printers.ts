import {
  createPrinters,
  type SystemPrinters,
} from '../../../main/core/printing/transports/create-printers.ts';
import { systemClock } from '../../../main/core/boot/system-ports.ts';
import { guessProfile } from '../../../main/core/printing/guess-profile.ts';
import { PROFILES } from '../../../main/core/printing/profiles.ts';
import type { Printers } from '../../../main/core/printing/transport-port.ts';
import { attention, error, works, type Check, type Finding } from './finding.ts';

/** Finds the printers and asks each for its status. Prints nothing. */
export function printersCheck(printers: Pick<Printers, 'discover' | 'status'>): Check {
  return {
    name: 'Impressoras',
    async run() {
      const { printers: found, unsearched } = await printers.discover();
      const missing = unsearched.map(({ kind, detail }) =>
        attention(`${kind}: não foi possível procurar (${detail})`),
      );
      if (found.length === 0)
        return [
          attention('nenhuma impressora foi encontrada. Ligue a impressora e teste de novo.'),
          ...missing,
        ];
      const asked: Finding[] = [];
      for (const { target, label, usb, problem } of found) {
        if (problem !== undefined) {
          asked.push(error(`${label}: não pode ser usada (${problem.reason}: ${problem.detail})`));
          continue;
        }
        const reply = await printers.status(target, { dialect: PROFILES[guessProfile(usb)].status });
        asked.push(
          reply.kind === 'unreachable'
            ? error(`${label}: não responde (${reply.reason}: ${reply.detail})`)
            : describe(label, reply.status),
        );
      }
      return [...asked, ...missing];
    },
  };
}

function describe(
  label: string,
  status: Extract<Awaited<ReturnType<Printers['status']>>, { kind: 'asked' }>['status'],
): Finding {
  if (status.online === 'no') return error(`${label}: está desligada ou parada. Ligue-a.`);
  if (status.paper === 'out') return error(`${label}: está sem papel. Ponha um rolo.`);
  if (status.cover === 'open') return error(`${label}: está com a tampa aberta. Feche a tampa.`);
  if (status.error !== 'none' && status.error !== 'unknown')
    return error(`${label}: relata um erro (${status.error}).`);
  return status.online === 'yes'
    ? works(`${label}: responde e pode imprimir`)
    : works(
        `${label}: foi encontrada; este modelo não diz o seu estado. Imprima a página de teste nos Ajustes`,
      );
}

/** Returns the printers of this machine. */
export const systemPrinters = (): SystemPrinters => createPrinters(systemClock);
