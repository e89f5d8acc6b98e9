import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { newestBackups } from '../../main/core/ledger/backup/backups.ts';
import { readOutsideHead } from '../../main/core/ledger/head/outside-head.ts';
import type { Head } from '../../main/core/ledger/head/signed-head.ts';
import { isLost } from '../../main/core/ledger/backup/restore.ts';
import { storageErrorCode } from '../../main/core/ledger/storage-error.ts';
import { headFileOf } from '../../main/start/head-file.ts';
import { say } from './say.ts';
import { readHead, type PaperHead } from './verify-ledger/paper-head.ts';
import { verifyFile, type Outcome } from './verify-ledger/verify-file.ts';
import { NOT_READ } from './verify-ledger/words.ts';

const USAGE = `Uso: npm run verify-ledger -- --data-dir PASTA [--head REGISTRO:HASH] [--key CHAVE]

  --data-dir PASTA       pasta de dados de um Balcão, que pode estar aberto; uma pasta com um ledger.db; ou o arquivo de
                         um backup. Nada é gravado ali
  --head REGISTRO:HASH   o Registro no pé do papel de um fechamento: os dados passam por ele?
  --key CHAVE            a chave da assinatura no mesmo papel: os fechamentos são assinados com ela?
  Se este computador guarda o último registro desta pasta fora dela, os dados são comparados com ele.
  Sai com 0 se tudo confere, 1 se algo está errado, 2 se não foi possível conferir.`;

/** npm run verify-ledger: checks every ledger of a data folder. */
function verify(): number {
  const { values } = parseArgs({
    options: { 'data-dir': { type: 'string' }, head: { type: 'string' }, key: { type: 'string' } },
  });
  const { 'data-dir': folder } = values;
  if (folder === undefined) return fail('Falta --data-dir PASTA.');
  const head = values.head === undefined ? null : readHead(values.head);
  if (values.head !== undefined && head === null)
    return fail(`--head ${values.head}: deve ser o Registro do papel, número:hash.`);
  const key = values.key === undefined ? null : values.key.replaceAll(/\s/g, '').toLowerCase();
  if (key !== null && !/^[\da-f]{64}$/.test(key))
    return fail(`--key ${values.key}: deve ser a chave do papel, com 64 dígitos.`);
  const ledgers = ledgersIn(resolve(folder));
  if (ledgers.length === 0) return fail(`Não há dados de um Balcão em ${folder}.`);
  const outcomes = ledgers.map(({ file, name }) =>
    verifyFile(file, name, { head, key, outside: outsideOf(resolve(folder), name) }),
  );
  const codes = outcomes.map(({ code }) => code);
  if (head !== null && codes.every((code) => code === 0)) return followed(head, outcomes);
  return codes.includes(1) ? 1 : Math.max(...codes);
}

/** Returns the ledgers of a folder. Includes a ledger that is missing although it has backups, so that this is reported. */
function ledgersIn(path: string): { file: string; name: string }[] {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === true)
    return [{ file: path, name: basename(path) }];
  return ['.', 'production', 'training']
    .map((part) => join(path, part))
    .map((folder) => ({ folder, file: join(folder, 'ledger.db'), name: basename(folder) }))
    .filter(({ folder, file }) => existsSync(file) || isLost(file, newestBackups(folder)));
}

/** Returns the head that this machine keeps of production's ledger in a data folder. Null if there is none. */
function outsideOf(dataDir: string, name: string): Head | null {
  if (name !== 'production') return null;
  const machine = { platform: process.platform, home: homedir(), env: process.env };
  const stored = readOutsideHead(headFileOf(dataDir, machine));
  return stored === null || stored === 'forged' ? null : stored.head;
}

function followed({ seq, hash }: PaperHead, outcomes: readonly Outcome[]): number {
  if (outcomes.some(({ through }) => through)) return 0;
  process.stdout.write(
    `ERRO. Nenhuma linha ${seq} tem o hash ${hash} do papel: faltam as linhas até ali, foram escritas de novo, ou o papel é de outro caixa. [head]\n`,
  );
  return 1;
}

function fail(message: string): number {
  say(`${message}\n\n${USAGE}`);
  return 2;
}

try {
  process.exitCode = verify();
} catch (error) {
  const code = storageErrorCode(error);
  const words = code === null ? undefined : NOT_READ[code];
  if (words === undefined) process.exitCode = fail(error instanceof Error ? error.message : String(error));
  else {
    say(`Não foi possível conferir: ${words}`);
    process.exitCode = 2;
  }
}
