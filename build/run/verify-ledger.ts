import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { newestVersion, schemaVersion } from '../../main/core/ledger/migrate.ts';
import { openReadOnly } from '../../main/core/ledger/open-database.ts';
import { storageErrorCode } from '../../main/core/ledger/storage-error.ts';
import type { Fault, FaultCode } from '../../main/core/ledger/verify/fault.ts';
import { verifyLedger } from '../../main/core/ledger/verify/verify-ledger.ts';
import { say } from './say.ts';

const USAGE = `Uso: npm run verify-ledger -- --data-dir PASTA

  --data-dir PASTA   pasta de dados de um Balcão, ou uma pasta com um ledger.db; o Balcão pode estar aberto
  Sai com 0 se tudo confere, 1 se algo está errado, 2 se não foi possível conferir.`;

const WORDS: Record<FaultCode, string> = {
  page: 'o arquivo não pode ser lido até o fim, ou um índice não diz o que a tabela diz',
  'row-missing': 'falta a linha',
  hash: 'a linha, ou a ordem das linhas, foi mudada: o hash não segue o da linha anterior',
  event: 'esta linha não pode ter acontecido',
  'charge-missing': 'a cobrança está nas linhas e falta na tabela',
  'charge-unknown': 'a cobrança está na tabela e não está em nenhuma linha',
  charge: 'a cobrança não está como as linhas dizem',
  attempt: 'as tentativas da cobrança não estão como as linhas dizem',
  shift: 'o turno não está como as linhas dizem',
  closing: 'o fechamento guardado não é o que a linha diz',
  figures: 'os totais do fechamento não são os das linhas do turno',
  setting: 'o ajuste não está como as linhas dizem',
  operator: 'a pessoa, ou o que ela pode fazer, não está como as linhas dizem',
  cell: 'o total que o gerente vê não é o das cobranças',
  table: 'a tabela do banco não é a deste Balcão',
  guard: 'o que impede mudar linhas, ou mantém totais e índices, não é o deste Balcão',
};

/** 0 when the ledger is whole, 1 when not, 2 when that cannot be told. One line on standard output for each ledger. */
function verifyFile(file: string): number {
  const name = basename(resolve(file, '..'));
  let db;
  try {
    db = openReadOnly(file);
    const version = schemaVersion(db);
    if (version !== newestVersion) {
      say(
        `${name}: dados da versão ${version}; este Balcão confere a ${newestVersion}. Abra-o uma vez antes.`,
      );
      return 2;
    }
    const { fault, events, charges, closings, headHash } = verifyLedger(db);
    if (fault !== null) return report(name, fault);
    process.stdout.write(
      `${name}: confere. ${events} linhas, ${charges} cobranças, ${closings} fechamentos, ${headHash}\n`,
    );
    return 0;
  } catch (error) {
    if (storageErrorCode(error) === 'damaged')
      return report(name, { code: 'page', seq: null, subject: null, detail: String(error) });
    say(`${name}: não foi possível conferir: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  } finally {
    db?.close();
  }
}

function report(name: string, { code, seq, subject, detail }: Fault): number {
  const where = [seq === null ? '' : `linha ${seq}`, subject ?? ''].filter((part) => part !== '').join(', ');
  const place = where === '' ? '' : `${where}: `;
  process.stdout.write(`${name}: ERRO. ${place}${WORDS[code]} [${code}] ${detail}\n`);
  return 1;
}

/** npm run verify-ledger: is every ledger of a data folder what it says it is? */
function verify(): number {
  const { values } = parseArgs({ options: { 'data-dir': { type: 'string' } } });
  const { 'data-dir': folder } = values;
  if (folder === undefined) return fail('Falta --data-dir PASTA.');
  const files = ['.', 'production', 'training']
    .map((part) => join(resolve(folder), part, 'ledger.db'))
    .filter((file) => existsSync(file));
  if (files.length === 0) return fail(`Não há dados de um Balcão em ${folder}.`);
  const codes = files.map(verifyFile);
  return codes.includes(1) ? 1 : Math.max(...codes);
}

function fail(message: string): number {
  say(`${message}\n\n${USAGE}`);
  return 2;
}

try {
  process.exitCode = verify();
} catch (error) {
  process.exitCode = fail(error instanceof Error ? error.message : String(error));
}
