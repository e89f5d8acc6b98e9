import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { newestBackups } from '../../../main/core/ledger/backup/backups.ts';
import { createEventLog } from '../../../main/core/ledger/event-log.ts';
import { newestVersion, schemaVersion } from '../../../main/core/ledger/migrate.ts';
import { compareHead } from '../../../main/core/ledger/head/compare-head.ts';
import type { Head } from '../../../main/core/ledger/head/signed-head.ts';
import { isLost } from '../../../main/core/ledger/backup/restore.ts';
import { storageErrorCode } from '../../../main/core/ledger/storage-error.ts';
import type { Fault } from '../../../main/core/ledger/verify/fault.ts';
import { verifyLedger, type Verification } from '../../../main/core/ledger/verify/verify-ledger.ts';
import { say } from '../say.ts';
import { createBodyCheck } from './body-check.ts';
import { createHeadCheck } from './head-check.ts';
import { openUntouched, type Untouched } from './open-untouched.ts';
import type { PaperHead } from './paper-head.ts';
import { FAULTS, NOT_READ } from './words.ts';

/**
 * The result of one ledger. `code`: 0 if it is correct, 1 if not, 2 if it could not be checked. `through`: the head is a row of
 * its chain.
 */
export interface Outcome {
  readonly code: 0 | 1 | 2;
  readonly through: boolean;
}

/** What a ledger is compared with besides itself. */
export interface Papers {
  /** From the paper of a closing, or null. */
  readonly head: PaperHead | null;
  /** The public key of the paper, hexadecimal, or null. */
  readonly key: string | null;
  /** The head that this machine keeps outside the data folder, or null. */
  readonly outside: Head | null;
}

/**
 * Checks one ledger and prints one line about it. Findings go to standard output. If it could not be checked, the line goes to
 * standard error.
 */
export function verifyFile(file: string, name: string, { head, key, outside }: Papers): Outcome {
  let opened: Untouched | null = null;
  try {
    const odd = findOddFile(file, name);
    if (odd !== null) return odd;
    opened = openUntouched(file);
    return (
      findOddVersion(opened.db, name) ?? verifyOpen(opened.db, name, { head, key, outside }, dirname(file))
    );
  } catch (error) {
    const code = storageErrorCode(error);
    if (code === 'damaged') return wrong(name, pageFault(String(error)));
    const words = code === null ? undefined : NOT_READ[code];
    return cannotTell(
      `${name}: ${words ?? `não foi possível conferir: ${error instanceof Error ? error.message : String(error)}`}`,
    );
  } finally {
    opened?.close();
  }
}

/** Handles paths that are not a database file, before SQLite reports them in its own words. */
function findOddFile(file: string, name: string): Outcome | null {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile() === false)
    return cannotTell(`${name}: ledger.db é uma pasta, e não os dados. Confira o caminho.`);
  if (isLost(file, newestBackups(dirname(file)))) {
    process.stdout.write(
      `${name}: ERRO. ledger.db sumiu ou está vazio, e há backups dele ao lado: abra o Balcão, que restaura o mais novo.\n`,
    );
    return { code: 1, through: false };
  }
  return found?.size === 0 ? empty(name) : null;
}

/** Refuses a file of another version, whose rules may differ. */
function findOddVersion(db: Database, name: string): Outcome | null {
  const version = schemaVersion(db);
  if (version === newestVersion) return null;
  const tables = db.prepare<[], string>('SELECT name FROM sqlite_schema').pluck().all();
  if (version === 0) {
    if (tables.length === 0) return empty(name);
    if (tables.includes('ledger_event')) return wrong(name, pageFault('user_version 0'));
    return cannotTell(`${name}: este arquivo não é de um Balcão. Confira o caminho.`);
  }
  return cannotTell(
    version > newestVersion
      ? `${name}: dados da versão ${version}; este Balcão é mais antigo e só confere a ${newestVersion}. Confira com o Balcão que os gravou.`
      : `${name}: dados da versão ${version}; este Balcão confere a ${newestVersion}. Abra-os uma vez nele (ou restaure o backup) e confira de novo.`,
  );
}

function verifyOpen(db: Database, name: string, { head, key, outside }: Papers, folder: string): Outcome {
  const bodies = createBodyCheck();
  const heads = createHeadCheck(key);
  const verification = verifyLedger(db, (row) => {
    bodies.note(row);
    heads.note(row);
  });
  const fault = verification.fault ?? bodies.fault() ?? heads.fault() ?? compareOutside(db, folder, outside);
  if (fault !== null) return wrong(name, fault);
  const through = head !== null && createEventLog(db).hashOf(head.seq)?.toString('hex').startsWith(head.hash);
  const beyond = verification.events - (head?.seq ?? 0);
  const paper =
    through === true
      ? ` Passa pelo registro ${head?.seq} do papel; ${beyond} linhas vieram depois, e este papel não fala delas.`
      : '';
  const said = [describe(verification), ...heads.remarks()].join(' ');
  process.stdout.write(`${name}: confere. ${said}${paper}\n`);
  return { code: 0, through: through === true };
}

/** Compares the ledger with the head that the machine keeps outside its folder. */
function compareOutside(db: Database, folder: string, outside: Head | null): Fault | null {
  const difference = outside === null ? null : compareHead(db, folder, outside);
  return difference === null
    ? null
    : { code: 'outside', seq: outside?.seq ?? null, subject: null, detail: difference };
}

/** Says how much a ledger contains, its last closing and its last row. */
function describe({ events, charges, closings, headHash, lastClosing, texts }: Verification): string {
  const last = lastClosing === null ? '' : ` Último fechamento: ${lastClosing.seq}:${lastClosing.hash}.`;
  const erased = texts.erased === 0 ? '' : ` ${texts.erased} textos foram apagados por um gerente.`;
  const lost = texts.lost === 0 ? '' : ` ${texts.lost} textos faltam desde uma volta a uma cópia.`;
  return `${events} linhas, ${charges} cobranças, ${closings} fechamentos.${erased}${lost}${last} Última linha: ${events}:${headHash}.`;
}

function pageFault(detail: string): Fault {
  return { code: 'page', seq: null, subject: null, detail };
}

function wrong(name: string, { code, seq, subject, detail }: Fault): Outcome {
  const where = [seq === null ? '' : `linha ${seq}`, subject ?? ''].filter((part) => part !== '').join(', ');
  const place = where === '' ? '' : `${where}: `;
  process.stdout.write(`${name}: ERRO. ${place}${FAULTS[code]} [${code}] ${detail}\n`);
  return { code: 1, through: false };
}

function empty(name: string): Outcome {
  return cannotTell(`${name}: o arquivo está vazio, nenhum Balcão gravou nele. Confira o caminho.`);
}

function cannotTell(line: string): Outcome {
  say(line);
  return { code: 2, through: false };
}
