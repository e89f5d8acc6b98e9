import { SALE_COLUMNS, type Column } from '../columns.ts';
import type { Sale } from '../sale.ts';
import { columnName, dayCell, instantCell, moneyCell, STYLE, textCell, timeCell } from './cells.ts';
import { sheetEnd, sheetStart } from './fixed-parts.ts';

/** The most rows of a sheet, header included. Source: Excel specifications and limits, support.microsoft.com. */
export const MOST_ROWS = 1_048_576;

/** The size of a piece of a sheet, characters. */
const PIECE = 128 * 1024;

const LETTERS = SALE_COLUMNS.map((_, place) => columnName(place));

/** A sheet that is being written. `filter` and `left` are known after the last piece. */
export interface SalesSheet {
  /** Yields the XML of the sheet. Takes sales until there are no more, or one more than the sheet can hold. */
  pieces(): Generator<Uint8Array>;
  /** The cells of its filter. */
  filter(): string;
  /** The sale that the sheet took and could not hold; null if all fit. */
  left(): Sale | null;
}

/** Creates a sheet of sales, `first` before the others, under a frozen header. It holds at most so many rows, header included. */
export function createSalesSheet(
  sales: Iterator<Sale | null, undefined>,
  first: Sale | null,
  rows: number,
): SalesSheet {
  let written = 1;
  let left: Sale | null = null;
  const filter = (): string => `A1:${LETTERS.at(-1)}${written}`;
  return {
    filter,
    left: () => left,
    *pieces() {
      let text = sheetStart(
        SALE_COLUMNS.map(({ width }) => width),
        true,
      );
      text += `<row r="1">${SALE_COLUMNS.map(({ title }, place) => textCell(`${LETTERS[place]}1`, title, STYLE.header)).join('')}</row>`;
      for (let sale = first ?? sales.next().value; sale !== undefined; sale = sales.next().value) {
        if (sale !== null && written === rows) {
          left = sale;
          break;
        }
        if (sale !== null) text += row(sale, ++written);
        if (sale !== null && text.length < PIECE) continue;
        yield Buffer.from(text);
        text = '';
      }
      yield Buffer.from(text + sheetEnd(filter()));
    },
  };
}

function row(sale: Sale, at: number): string {
  let cells = `<row r="${at}">`;
  for (const [place, column] of SALE_COLUMNS.entries()) cells += cell(column, sale, `${LETTERS[place]}${at}`);
  return `${cells}</row>`;
}

function cell(column: Column, sale: Sale, at: string): string {
  switch (column.kind) {
    case 'text': {
      const text = column.of(sale);
      return text === null || text === '' ? '' : textCell(at, text);
    }
    case 'day':
      return dayCell(at, column.of(sale));
    case 'time':
      return timeCell(at, column.of(sale));
    case 'instant': {
      const wall = column.of(sale);
      return wall === null ? '' : instantCell(at, wall);
    }
    case 'money': {
      const centavos = column.of(sale);
      return centavos === null ? '' : moneyCell(at, centavos);
    }
  }
}
