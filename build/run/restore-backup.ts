import { ACTORS } from '../../shared/domain/people/actors.ts';
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { newestBackups, readBackupName } from '../../main/core/ledger/backup/backups.ts';
import { lockFolder } from '../../main/core/ledger/folder-lock.ts';
import { readSettings } from '../../main/core/directory/shop/settings.ts';
import { createLedger } from '../../main/core/ledger/ledger.ts';
import { openLedgerFile } from '../../main/core/ledger/open-ledger.ts';
import {
  restoreChosen,
  type ChosenRestore,
  type RestoreRefusal,
} from '../../main/core/ledger/backup/restore-chosen.ts';
import { storageErrorCode } from '../../main/core/ledger/storage-error.ts';
import { systemClock, systemRandom } from '../../main/core/boot/system-ports.ts';
import type { TillMode } from '../../shared/domain/till/identity.ts';
import { say } from './say.ts';
import { VIA_COMMAND_LINE } from '../../shared/domain/ledger-event/by.ts';

const USAGE = `Uso: npm run restore -- --data-dir PASTA [--mode production|training] [--backup NOME]

  --data-dir PASTA   pasta de dados de um Balcão que está fechado
  --mode MODO        production (padrão) ou training
  --backup NOME      o backup que vai para o lugar dos dados de agora; sem isto, mostra os backups que há
  Nada é apagado: os dados de agora ficam ao lado. Sai com 0 se deu certo, 1 se foi recusado, 2 se não foi possível.`;

function refusal(error: RestoreRefusal): string {
  switch (error.code) {
    case 'not-found':
      return 'Não há backup com este nome.';
    case 'backup-unusable':
      return 'Este backup não pode ser lido até o fim. Escolha outro.';
    case 'other-mode':
      return 'Este backup é do treinamento e os dados são de produção, ou o contrário. Nada foi alterado.';
    case 'ledger-in-use':
      return 'Outro programa está lendo os dados de agora. Nada foi alterado; espere terminar e tente de novo.';
    case 'would-lose':
      return `Recusado: ${error.events} registros dos dados de agora (${error.firstSeq} a ${error.lastSeq}) não estão neste backup. Nada foi alterado.`;
  }
}

/** Records the restore in the diary, as the manager's screen does. If that fails, the backup is still restored. */
function recordRestore(
  folder: string,
  mode: TillMode,
  backup: string,
  { setAside, salvaged, lost }: ChosenRestore,
): void {
  const unwritten = (why: string): void =>
    say(`O backup foi restaurado, mas o histórico não o menciona: ${why}.`);
  const file = openLedgerFile(folder, { mode, now: systemClock.now(), random: systemRandom });
  if (!file.ok) return unwritten(file.error);
  const { db } = file.value;
  const ledger = createLedger(db, systemClock, () => readSettings({ db }).zone, systemRandom);
  const told = { backup, setAside: basename(setAside), salvaged, lost };
  try {
    ledger.record('ledger-restored', told, { actor: ACTORS.restoreCommand, via: VIA_COMMAND_LINE });
  } catch (error) {
    const code = storageErrorCode(error);
    if (code === null) throw error;
    unwritten(code);
  } finally {
    ledger.close();
  }
}

/** npm run restore: the restore of the manager's screen, for a till that does not start. */
function restore(): number {
  const { values } = parseArgs({
    options: {
      'data-dir': { type: 'string' },
      mode: { type: 'string', default: 'production' },
      backup: { type: 'string' },
    },
  });
  const { 'data-dir': dataDir, mode, backup } = values;
  if (dataDir === undefined) return fail('Falta --data-dir PASTA.');
  if (mode !== 'production' && mode !== 'training') return fail(`--mode ${mode}: production ou training.`);
  const folder = join(resolve(dataDir), mode);
  if (!existsSync(folder)) return fail(`Não há dados de um Balcão em ${folder}.`);
  if (backup === undefined) {
    for (const file of newestBackups(folder)) {
      const { seq, madeAt } = readBackupName(file) ?? { seq: 0, madeAt: 0 };
      process.stdout.write(`${basename(file)}\t${seq} registros\t${new Date(madeAt).toISOString()}\n`);
    }
    return 0;
  }
  const release = lockFolder(resolve(dataDir));
  if (release === null) return fail('Um Balcão usa esta pasta agora. Feche-o antes.');
  try {
    const restored = restoreChosen(folder, backup, { mode, now: systemClock.now() });
    if (!restored.ok) {
      say(refusal(restored.error));
      return 1;
    }
    recordRestore(folder, mode, backup, restored.value);
    process.stdout.write(`${JSON.stringify(restored.value)}\n`);
    return 0;
  } finally {
    release();
  }
}

function fail(message: string): number {
  say(`${message}\n\n${USAGE}`);
  return 2;
}

try {
  process.exitCode = restore();
} catch (error) {
  process.exitCode = fail(error instanceof Error ? error.message : String(error));
}
