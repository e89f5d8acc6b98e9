import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clockTime } from '../../../main/core/reports/export/csv.ts';
import { noPause } from '../../../main/core/reports/export/pace.ts';
import { partialPath } from '../../../main/core/reports/export/whole-file.ts';
import { writeReport } from '../../../main/core/reports/export/write-report.ts';
import { writeXlsx } from '../../../main/core/reports/export/xlsx/write-xlsx.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { temporaryFolder } from '../../support/core/start-test-core.ts';
import { openInLibreOffice, seeInLibreOffice, sumOfColumn } from '../../support/reports/libreoffice.ts';
import { sampleSale } from '../../unit/reports/export/sample-sale.ts';
import { SEEDED_UNTIL, seedSales } from '../../support/reports/sales-ledger.ts';

const CHARGES = 1_000;
const data = temporaryFolder();
const work = temporaryFolder();

/** What LibreOffice read of both files. */
const sheets = new Map<string, string[][]>();
let said = '';

/** A CSV, read: `;`, `"`, UTF-8, in Portuguese (Brazil, 1046), numbers as they are recognised. */
const BRAZILIAN = '--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1046,false,true';

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
      partial: partialPath(target, '1'),
      replace: false,
    };
    const never = new AbortController().signal;
    const end = await writeReport(order, epochMs(SEEDED_UNTIL), () => undefined, never);
    expect(end.kind).toBe('done');
    const opened = openInLibreOffice(target, work.path, ...(format === 'csv' ? [BRAZILIAN] : []));
    for (const [name, rows] of opened.sheets) sheets.set(name, rows);
    said += opened.said;
  }
  const db = new Database(path, { readonly: true });
  ledger = db
    .prepare<[], NonNullable<typeof ledger>>(
      `SELECT count(*) AS count, sum(amount_centavos) AS amount, sum(paid_centavos) AS paid,
       sum(refunded_centavos) AS refunded FROM charge`,
    )
    .get();
  db.close();
});
afterAll(() => {
  data.remove();
  work.remove();
});

/** Every second of a day as the time of a sale, and of its payment. */
const SECONDS = 86_400;
const MIDNIGHT = Date.UTC(2026, 11, 31) / 1000;

it('LibreOffice reads each second of a day as it was', async () => {
  const bare = { reference: null, endToEndId: null, orderId: null };
  const sales = Array.from({ length: SECONDS }, (_, second) =>
    sampleSale({ ...bare, second, paidAt: MIDNIGHT + second }),
  );
  const file = join(work.path, 'segundos.xlsx');
  const pieces: Uint8Array[] = [];
  await writeXlsx({
    sales,
    facts: [],
    write: (bytes) => Promise.resolve(void pieces.push(bytes)),
    signal: new AbortController().signal,
    pace: noPause,
  });
  writeFileSync(file, Buffer.concat(pieces));
  const { sheets: read } = seeInLibreOffice(file, join(work.path, 'segundos'));
  const [titles, ...rows] = read.get('segundos-Vendas') ?? [];
  const column = (title: string) => rows.map((row) => row[titles?.indexOf(title) ?? -1]);
  const times = sales.map(({ second }) => clockTime(second));
  expect(column('Hora')).toEqual(times);
  expect(column('Pago em')).toEqual(times.map((time) => `31/12/2026 ${time}`));
});

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
    expect([
      sumOfColumn(rows, place),
      sumOfColumn(rows, place + 1),
      sumOfColumn(rows, place + 2),
      sumOfColumn(rows, place + 3),
    ]).toEqual([
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
