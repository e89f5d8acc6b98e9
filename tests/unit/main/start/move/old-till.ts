import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OpenedFile } from '../../../../../main/core/ledger/open-ledger.ts';
import { openFolder, sell, ledgerOn, temporaryFolder } from '../../../ledger/setup-ledger.ts';

/** The charges of the ledger in `oldTill`. */
export const CHARGES = 3;

/**
 * Writes the data folder of a till that was killed: a ledger with its write-ahead log, the files beside it, and in the folder of
 * all programs also what others keep there.
 */
export function oldTill(folder: string, mode: 'production' | 'training' = 'production'): void {
  ledger ??= makeLedger();
  for (const [name, content] of [
    ...ledger.map(([name, bytes]) => [join(mode, name), bytes] as const),
    ...FILES,
  ]) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

type File = readonly [name: string, content: string | Buffer];

/** The files of a ledger that is open. Made once, because it takes longest. */
let ledger: readonly File[] | null = null;

function makeLedger(): readonly File[] {
  const work = temporaryFolder();
  const { db } = openFolder(work);
  sell(ledgerOn(db), CHARGES);
  return ['ledger.db', 'ledger.db-wal'].map((name) => [name, readFileSync(join(work, name))]);
}

const FILES: readonly File[] = [
  ['till.lock', ''],
  ['api-token', 'token of the old till'],
  ['api.json', '{}'],
  ['vault.json', 'keys of the old till'],
  ['settings/displays.json', '{}'],
  ['logs/balcao.log', 'a line\n'],
  ['logs/of-another-program.log', 'a line\n'],
  ['chromium/Cookies', 'of the browser'],
];

/** Returns the number of charges in a ledger, opened as a start opens it. */
export function chargesIn(folder: string): number {
  return countCharges(openFolder(folder));
}

function countCharges({ db }: OpenedFile): number {
  return db.prepare<[], number>('SELECT count(*) FROM charge').pluck().get() ?? 0;
}
