import { accessSync, constants, statfsSync, statSync } from 'node:fs';
import { othersOf } from '../../../main/core/ledger/rights/close-on-windows.ts';
import { attention, error, works, type Check, type Finding } from './finding.ts';

const GIGABYTE = 2 ** 30;

/** Looks at the data folder: that it is there, can be written, is closed to other accounts, and has room. */
export function dataFolderCheck(dataDir: string): Check {
  return {
    name: 'Pasta de dados',
    async run() {
      const found = statSync(dataDir, { throwIfNoEntry: false });
      if (found === undefined)
        return [
          attention(`${dataDir} ainda não existe. Abra o Balcão uma vez, ou indique outra com --data-dir.`),
        ];
      if (!found.isDirectory())
        return [error(`${dataDir} é um arquivo. Indique a pasta de dados com --data-dir.`)];
      return [writing(dataDir), rights(dataDir, found.mode), room(dataDir)];
    },
  };
}

function writing(dataDir: string): Finding {
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK);
    return works(`${dataDir} aceita leitura e gravação`);
  } catch {
    return error(
      `${dataDir} não aceita gravação por esta conta. Entre com a conta do Balcão e teste de novo.`,
    );
  }
}

function rights(dataDir: string, mode: number): Finding {
  const others =
    process.platform === 'win32' ? othersOf(dataDir) : (mode & 0o077) === 0 ? [] : ['outras contas'];
  if (others === null)
    return attention('O sistema não disse quem tem direitos na pasta. No Windows, veja com: icacls PASTA');
  return others.length === 0
    ? works('só a conta do Balcão e os administradores abrem a pasta')
    : error(
        `Outros podem abrir a pasta (${others.join(', ')}). Comece o Balcão, que a fecha; se não mudar, chame o suporte.`,
      );
}

function room(dataDir: string): Finding {
  const { bavail, bsize } = statfsSync(dataDir);
  const free = (bavail * bsize) / GIGABYTE;
  const words = `${free.toFixed(1).replace('.', ',')} GB livres no disco`;
  return free >= 1 ? works(words) : error(`Só há ${words}. Libere espaço.`);
}
