import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { businessDayRange } from '../../../shared/domain/business-day/business-day.ts';
import type { TillMode } from '../../../shared/domain/till/identity.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { readSettings } from '../../../main/core/directory/shop/settings.ts';
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
 * Opens the ledger of a data folder (production if there are real sales, else training) and converts the days into instants of
 * the store's zone. Changes no sale. SQLite makes two files beside the ledger. An error is a sentence for the person.
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
      const { zone } = readSettings({ db });
      const filter = {
        from: businessDayRange(from, zone).from,
        to: businessDayRange(to, zone).to,
        fromDay: from,
        toDay: to,
      };
      return ok({ mode, ledger, filter });
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
