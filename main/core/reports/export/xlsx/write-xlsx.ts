import type { Pace } from '../pace.ts';
import type { Sale } from '../sale.ts';
import { createTotals } from '../totals.ts';
import { fixedParts, sheetName, type SheetInfo } from './fixed-parts.ts';
import { createSalesSheet, MOST_ROWS, type SalesSheet } from './sales-sheet.ts';
import { daysSheet, summarySheet, type Facts, type SmallSheet } from './sums-sheets.ts';
import { createZipWriter } from './zip-writer.ts';

/** Tabs before the sales. */
const SUMMARY = 0;
const DAYS = 1;
const SALES = 2;

/** What a workbook is made of, and what its writer reaches the world through. */
export interface XlsxOptions {
  /** Null is not a row: the writer can stop there. */
  readonly sales: Iterable<Sale | null>;
  readonly facts: Facts;
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly signal: AbortSignal;
  readonly pace: Pace;
  /** The most rows of a sheet, header included. The default is Excel's limit. */
  readonly rowsPerSheet?: number;
}

/**
 * Writes a workbook: summary, days, sales. The sales are written first and added up at the same time, so that no row is kept in
 * memory. The order of the tabs does not depend on that. If a sheet cannot hold all sales, another one follows.
 */
export async function writeXlsx(options: XlsxOptions): Promise<void> {
  const { sales, facts, write, signal, pace, rowsPerSheet = MOST_ROWS } = options;
  const zip = createZipWriter(write, signal, pace);
  const totals = createTotals();
  const summed = eachAdded(sales, (sale) => totals.add(sale));

  const salesSheets: SheetInfo[] = [];
  let first: Sale | null = null;
  do {
    const sheet: SalesSheet = createSalesSheet(summed, first, rowsPerSheet);
    await zip.add(sheetName(SALES + salesSheets.length), sheet.pieces());
    const title = salesSheets.length === 0 ? 'Vendas' : `Vendas ${salesSheets.length + 1}`;
    salesSheets.push({ title, filter: sheet.filter() });
    first = sheet.left();
  } while (first !== null);

  const summary = summarySheet(facts, totals);
  const days = daysSheet(totals);
  const addSmall = (place: number, { text }: SmallSheet): Promise<void> =>
    zip.add(sheetName(place), [Buffer.from(text)]);
  await addSmall(SUMMARY, summary);
  await addSmall(DAYS, days);
  const sheets = [
    { title: 'Resumo', filter: summary.filter },
    { title: 'Por dia', filter: days.filter },
    ...salesSheets,
  ];
  for (const { name, text } of fixedParts(sheets)) await zip.add(name, [Buffer.from(text)]);
  await zip.end();
}

function* eachAdded(
  sales: Iterable<Sale | null>,
  add: (sale: Sale) => void,
): Generator<Sale | null, undefined> {
  for (const sale of sales) {
    if (sale !== null) add(sale);
    yield sale;
  }
}
