import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { endProcess } from '../../main/core/boot/end-process.ts';
import { GATEWAY_BASE_URLS } from '../../shared/domain/gateway/base-urls.ts';
import { usualDataFolder } from '../../main/start/usual-folder.ts';
import { say } from './say.ts';
import { dataFolderCheck } from './selftest/data-folder.ts';
import { displaysCheck } from './selftest/displays.ts';
import { gatewayClockCheck } from './selftest/gateway-clock.ts';
import { keychainCheck } from './selftest/keychain.ts';
import { ledgerCheck } from './selftest/ledger.ts';
import { localApiCheck } from './selftest/local-api.ts';
import { printersCheck, systemPrinters } from './selftest/printers.ts';
import { runChecks } from './selftest/run-checks.ts';
import { startsWithComputerCheck } from './selftest/starts-with-computer.ts';

const FINE = 0;
const WITH_ERRORS = 1;
const BAD_USE = 2;

const USAGE = `Uso: npm run selftest [-- --data-dir PASTA] [--gateway ENDEREÇO]

  Diz o que funciona nesta máquina. Nenhum dinheiro se move e nada é alterado.
  --data-dir PASTA     pasta de dados do Balcão; sem isto, a que o aplicativo usa
  --gateway ENDEREÇO   com quem o relógio é comparado; sem isto, a produção
  Sai com 0 se nada é erro, 1 se algo é, 2 se a linha de comando não foi entendida.`;

/** npm run selftest: for a technician on the machine of a shop. */
async function selftest(): Promise<never> {
  const options = read();
  if (options === null) return endProcess(BAD_USE, false);
  const machine = { platform: process.platform, home: homedir(), env: process.env };
  const dataDir = resolve(options.dataDir ?? usualDataFolder(machine));
  const printers = systemPrinters();
  const checks = [
    dataFolderCheck(dataDir),
    ledgerCheck(dataDir),
    localApiCheck(dataDir),
    keychainCheck,
    printersCheck(printers),
    displaysCheck(),
    gatewayClockCheck(options.gateway ?? GATEWAY_BASE_URLS.production),
    startsWithComputerCheck(machine),
  ];
  const isFine = await runChecks(checks, (line) => void process.stdout.write(`${line}\n`));
  return endProcess(isFine ? FINE : WITH_ERRORS, printers.hasCallsUnderWay());
}

function read(): { dataDir: string | undefined; gateway: string | undefined } | null {
  try {
    const { values } = parseArgs({
      options: { 'data-dir': { type: 'string' }, gateway: { type: 'string' } },
    });
    return { dataDir: values['data-dir'], gateway: values.gateway };
  } catch (problem) {
    say(`${problem instanceof Error ? problem.message : String(problem)}\n\n${USAGE}`);
    return null;
  }
}

await selftest();
