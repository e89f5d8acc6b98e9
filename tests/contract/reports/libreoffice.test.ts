import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partialPath } from '../../../main/core/reports/export/whole-file.ts';
import { writeReport } from '../../../main/core/reports/export/write-report.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { temporaryFolder } from '../../support/core/start-test-core.ts';
import { readCsv } from '../../support/reports/read-csv.ts';
import { SEEDED_UNTIL, seedSales } from '../../support/reports/sales-ledger.ts';

const CHARGES = 1_000;
const data = temporaryFolder();
const work = temporaryFolder();

/** LibreOffice's own reading of each sheet, by the names of file and tab; the CSV's tab is called as its file. */
const sheets = new Map<string, string[][]>();
let said = '';

/** `;`, `"`, UTF-8, as shown on screen, every sheet in a file of its own. Source: LibreOffice Help, "Filter Options for CSV". */
const EACH_SHEET = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,1046,false,false,false,false,false,-1';
/** The same, read: `;`, `"`, UTF-8, in Portuguese (Brazil, 1046), numbers as they are recognised. */
const BRAZILIAN = '--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1046,false,true';

/** Converts without a window, with a profile of its own, so that a LibreOffice that is open is left alone. */
function convert(file: string, into: string, ...options: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${join(work.path, 'profile')}`;
  const args = [
    profile,
    '--headless',
    '--norestore',
    ...options,
    '--convert-to',
    EACH_SHEET,
    '--outdir',
    into,
    file,
  ];
  said += execFileSync('soffice', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  for (const name of readdirSync(into))
    sheets.set(name.replace(/\.csv$/, ''), readCsv(readFileSync(join(into, name), 'utf8')));
}

let ledger: { count: number; amount: number; paid: number; refunded: number } | undefined;

beforeAll(async () => {
  const path = await seedSales(data.path, CHARGES);
  for (const format of ['xlsx', 'csv'] as const) {
    const target = join(work.path, `vendas.${format}`);
    const order = {
      ledger: path,
      filter: {},
      format,
      target,
      partial: partialPath(target, 1),
      replace: false,
    };
    const never = new AbortController().signal;
    const end = await writeReport(order, epochMs(SEEDED_UNTIL), () => undefined, never);
    expect(end.kind).toBe('done');
    convert(target, join(work.path, format), ...(format === 'csv' ? [BRAZILIAN] : []));
  }
  const db = new Database(path, { readonly: true });
  ledger = db
    .prepare<[], NonNullable<typeof ledger>>(
      `SELECT count(*) AS count, sum(amount_centavos) AS amount, sum(paid_centavos) AS paid,
       sum(refunded_centavos) AS refunded FROM charge`,
    )
    .get();
  db.close();
}, 120_000);
afterAll(() => {
  data.remove();
  work.remove();
});

/** Centavos of a column, out of numbers as LibreOffice writes them. */
function sum(rows: readonly string[][] | undefined, place: number): number {
  const cents = (text = ''): number => Math.round(Number(text.replace(',', '.')) * 100);
  return (rows ?? []).slice(1).reduce((before, row) => before + cents(row[place]), 0);
}

describe('LibreOffice opens the reports', () => {
  it('without a warning, each sheet of the workbook by its name', () => {
    expect(said).not.toMatch(/error|repair|warn/i);
    expect([...sheets.keys()].toSorted()).toEqual(
      ['vendas-Por dia', 'vendas-Resumo', 'vendas-Vendas', 'vendas-vendas'].toSorted(),
    );
  });

  it.each([
    ['vendas-Vendas', 7],
    ['vendas-vendas', 7],
    ['vendas-Por dia', 3],
  ])('and the sums of %s are the ledger’s', (name, place) => {
    const rows = sheets.get(name);
    expect([sum(rows, place), sum(rows, place + 1), sum(rows, place + 2), sum(rows, place + 3)]).toEqual([
      ledger?.amount,
      ledger?.paid,
      ledger?.refunded,
      (ledger?.paid ?? 0) - (ledger?.refunded ?? 0),
    ]);
  });

  it('and finds a row for each charge', () => {
    for (const name of ['vendas-Vendas', 'vendas-vendas']) expect(sheets.get(name)?.length).toBe(CHARGES + 1);
  });
});
