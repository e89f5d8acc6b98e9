import type { Sums, Totals } from '../totals.ts';
import { columnName, countCell, dayCell, moneyCell, STYLE, textCell } from './cells.ts';
import { sheetEnd, sheetStart } from './fixed-parts.ts';

/** What the summary says above its figures: a name and what it is, one a row. */
export type Facts = readonly (readonly [name: string, value: string])[];

const TITLES = ['Cobranças', 'Pagas', 'Valor', 'Pago', 'Estornado', 'Líquido'] as const;
const FIRST_WIDTH = 26;
const WIDTHS = [FIRST_WIDTH, 12, 12, 18, 18, 18, 18];
const LAST = columnName(TITLES.length);

/** A whole sheet and the span of its filter. */
export interface SmallSheet {
  readonly text: string;
  readonly filter: string | null;
}

/** The first sheet: what this is, the sum of all, and the sums by state, wallet, till and operator. */
export function summarySheet(facts: Facts, totals: Totals): SmallSheet {
  const rows = createRows();
  rows.add((at) => textCell(`A${at}`, 'Relatório de vendas', STYLE.title));
  for (const [name, value] of facts)
    rows.add((at) => textCell(`A${at}`, name, STYLE.header) + textCell(`B${at}`, value));
  rows.skip();
  const groups = [
    ['Status', totals.byStatus],
    ['Carteira', totals.byWallet],
    ['Caixa', totals.byTill],
    ['Operador', totals.byOperator],
  ] as const;
  rows.add((at) => header(at, 'Total'));
  rows.add((at) => textCell(`A${at}`, 'Total') + sumCells(at, totals.all));
  for (const [title, group] of groups) {
    rows.skip();
    rows.add((at) => header(at, title));
    for (const [name, sums] of [...group].toSorted(([a], [b]) => a.localeCompare(b, 'pt-BR')))
      rows.add((at) => textCell(`A${at}`, name) + sumCells(at, sums));
  }
  return { text: sheetStart(WIDTHS, false) + rows.text() + sheetEnd(null), filter: null };
}

/** The second sheet: a row for each business day that has charges. */
export function daysSheet(totals: Totals): SmallSheet {
  const rows = createRows();
  rows.add((at) => header(at, 'Data'));
  for (const [day, sums] of [...totals.byDay].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    rows.add((at) => dayCell(`A${at}`, day) + sumCells(at, sums));
  const filter = `A1:${LAST}${rows.count()}`;
  return { text: sheetStart(WIDTHS, true) + rows.text() + sheetEnd(filter), filter };
}

function header(at: number, first: string): string {
  return [first, ...TITLES]
    .map((title, place) => textCell(`${columnName(place)}${at}`, title, STYLE.header))
    .join('');
}

function sumCells(at: number, { count, paidCount, amount, paid, refunded, net }: Sums): string {
  const counts = [count, paidCount].map((value, place) => countCell(`${columnName(place + 1)}${at}`, value));
  const money = [amount, paid, refunded, net].map((value, place) =>
    moneyCell(`${columnName(place + 3)}${at}`, value),
  );
  return [...counts, ...money].join('');
}

function createRows() {
  let text = '';
  let at = 0;
  return {
    add(cells: (at: number) => string): void {
      at += 1;
      text += `<row r="${at}">${cells(at)}</row>`;
    },
    skip: () => void (at += 1),
    count: () => at,
    text: () => text,
  };
}
