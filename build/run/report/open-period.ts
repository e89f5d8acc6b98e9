import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TillMode } from '../../../shared/domain/till/identity.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ChargeFilter } from '../../../main/core/search/charge-filter.ts';
import { newestVersion, schemaVersion } from '../../../main/core/ledger/migrate.ts';
import { openReadOnly } from '../../../main/core/ledger/open-database.ts';
import { storageErrorCode } from '../../../main/core/ledger/storage-error.ts';
import type { ReportArguments } from './read-arguments.ts';

/** An open ledger, and a period of it. */
export interface Period {
  readonly mode: TillMode;
  readonly ledger: string;
  readonly filter: ChargeFilter;
}

/**
 * Finds the ledger of a data folder: the real sales if there are any, else the training ones. No sale is changed. SQLite creates
 * two files of its own beside the ledger. An error is a sentence for the person.
 */
export function openPeriod({ dataDir, from, to, training }: ReportArguments): Result<Period, string> {
  const fileOf = (mode: Period['mode']): string => join(dataDir, mode, 'ledger.db');
  const mode = training || !existsSync(fileOf('production')) ? 'training' : 'production';
  const ledger = fileOf(mode);
  if (!existsSync(ledger)) return err(`Não há vendas de um Balcão em ${dataDir}.`);
  try {
    const db = openReadOnly(ledger);
    try {
      const version = schemaVersion(db);
      if (version > newestVersion) return err('Os dados desta pasta são de uma versão mais nova do Balcão.');
      if (version < newestVersion)
        return err('Os dados desta pasta são de uma versão anterior. Abra o Balcão uma vez e tente de novo.');
      return ok({ mode, ledger, filter: { fromDay: from, toDay: to } });
    } finally {
      db.close();
    }
  } catch (error) {
    const code = storageErrorCode(error);
    if (code === null) throw error;
    // This build of SQLite cannot read without its two files, because it is compiled without URIs.
    if (code === 'read-only')
      return err(
        `${dataDir} não aceita gravação, ou não é sua; ler exige criar arquivos nela. Copie a pasta e leia a cópia.`,
      );
    return err(`Não foi possível ler ${ledger} [${code}].`);
  }
}
