import type { Figures } from '../../../search/figures.ts';
import type { Group, Totals } from '../totals.ts';
import { columnName, countCell, dayCell, moneyCell, STYLE, textCell } from './cells.ts';
import { sheetEnd, sheetStart } from './fixed-parts.ts';

/** The rows of the summary above its figures. */
export type Facts = readonly (readonly [name: string, value: string])[];

const TITLES = ['Cobranças', 'Pagas', 'Valor', 'Recebido', 'Devolvido', 'Líquido'] as const;
const FIRST_WIDTH = 26;
const WIDTHS = [FIRST_WIDTH, 12, 12, 18, 18, 18, 18];
const LAST = columnName(TITLES.length);

/** A whole sheet, and the cells of its filter. */
export interface SmallSheet {
  readonly text: string;
  readonly filter: string | null;
}

/** Returns the first sheet: the facts, the sums of all sales, and the sums by status, wallet, till and operator. */
export function summarySheet(facts: Facts, totals: Totals): SmallSheet {
  const rows = createRows();
  rows.add((at) => textCell(`A${at}`, 'Relatório de vendas', STYLE.title));
  for (const [name, value] of facts)
    rows.add((at) => textCell(`A${at}`, name, STYLE.header) + textCell(`B${at}`, value));
  rows.skip();
  const hasStores = totals.byStore.size > 1;
  const tills = [...totals.byTill].map(([id, { name, sums }]) => [hasStores ? id : name, sums] as const);
  const groups = [
    ['Situação', [...totals.byStatus]],
    ['Carteira', byName(totals.byWallet)],
    ...(hasStores ? [['Loja', [...totals.byStore]] as const] : []),
    ['Caixa', tills],
    ['Operador', byName(totals.byOperator)],
  ] as const;
  rows.add((at) => header(at, 'Total'));
  rows.add((at) => textCell(`A${at}`, 'Total') + sumCells(at, totals.all));
  rows.add((at) => textCell(`A${at}`, 'Com observação') + sumCells(at, totals.noted));
  if (totals.unclear.count > 0)
    rows.add((at) => textCell(`A${at}`, 'Devolução incerta') + knownCells(at, totals.unclear));
  for (const [title, group] of groups) {
    rows.skip();
    rows.add((at) => header(at, title));
    for (const [name, sums] of group.toSorted(([a], [b]) => a.localeCompare(b, 'pt-BR')))
      rows.add((at) => textCell(`A${at}`, name) + sumCells(at, sums));
  }
  return { text: sheetStart(WIDTHS, false) + rows.text() + sheetEnd(null), filter: null };
}

/** Returns the second sheet: a row for each business day that has charges. */
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

/** Returns the sums by name. If two groups have the same name, their ids are added. */
function byName(groups: ReadonlyMap<string, Group>): (readonly [name: string, sums: Figures])[] {
  const all = [...groups];
  return all.map(([id, { name, sums }]) => {
    const isAlone = all.every(([other, group]) => other === id || group.name !== name);
    if (isAlone) return [name, sums];
    // The name of an unknown wallet is the beginning of its id.
    return [id.startsWith(`${name} `) ? id : `${name} (${id})`, sums];
  });
}

function sumCells(at: number, sums: Figures): string {
  return knownCells(at, sums) + moneyCells(at, 5, [sums.refunded, sums.net]);
}

/** Returns the cells of the sums that are known for every charge: all except refunded and net. */
function knownCells(at: number, { count, paidCount, amount, paid }: Figures): string {
  const counts = [count, paidCount].map((value, place) => countCell(`${columnName(place + 1)}${at}`, value));
  return counts.join('') + moneyCells(at, 3, [amount, paid]);
}

function moneyCells(at: number, first: number, values: readonly number[]): string {
  return values.map((value, place) => moneyCell(`${columnName(first + place)}${at}`, value)).join('');
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
