import exceljs from 'exceljs';
import { readLines } from '../../../main/core/search/charge-lines.ts';
import { openReadOnly } from '../../../main/core/ledger/open-database.ts';
import { SALE_COLUMNS, type Column } from '../../../main/core/reports/export/columns.ts';
import { createSaleReader, type Sale } from '../../../main/core/reports/export/sale.ts';
import { readShop } from '../../../main/core/reports/export/shop.ts';
import { tellFigures } from './figures.ts';

/**
 * Started as `node by-exceljs.ts <ledger> <file>`: the same sheet of sales by exceljs's streaming writer, from the same rows
 * of the same ledger. No summary, no days, no fsync, nothing but the sheet.
 */

const [ledger = '', filename = ''] = process.argv.slice(2);
const FORMATS = {
  text: '',
  day: 'dd/mm/yyyy',
  time: 'hh:mm:ss',
  instant: 'dd/mm/yyyy hh:mm:ss',
  money: '[$R$-416] #,##0.00',
} as const;

const began = performance.now();
const db = openReadOnly(ledger);
const toSale = createSaleReader(readShop(db));
const workbook = new exceljs.stream.xlsx.WorkbookWriter({
  filename,
  useStyles: true,
  useSharedStrings: false,
});
const sheet = workbook.addWorksheet('Vendas', { views: [{ state: 'frozen', ySplit: 1 }] });
sheet.columns = SALE_COLUMNS.map(({ title, width, kind }) => ({
  header: title,
  width,
  style: kind === 'text' ? {} : { numFmt: FORMATS[kind] },
}));
let rows = 0;
for (const lines of readLines(db, {})) {
  for (const line of lines) {
    const sale = toSale(line);
    sheet.addRow(SALE_COLUMNS.map((column) => valueOf(column, sale))).commit();
    rows += 1;
  }
  // Its zip stream works between turns, and nothing tells when it has caught up.
  await new Promise((resolve) => setImmediate(resolve));
}
sheet.autoFilter = `A1:T${rows + 1}`;
sheet.commit();
await workbook.commit();
db.close();
tellFigures(rows, performance.now() - began);

function valueOf(column: Column, sale: Sale): string | number | Date | null {
  switch (column.kind) {
    case 'text':
      return column.of(sale);
    case 'day':
      return new Date(`${column.of(sale)}T00:00:00Z`);
    case 'time':
      return column.of(sale) / 86_400;
    case 'instant': {
      const wall = column.of(sale);
      return wall === null ? null : new Date(wall * 1000);
    }
    case 'money': {
      const centavos = column.of(sale);
      return centavos === null ? null : centavos / 100;
    }
  }
}
