import { SALE_COLUMNS, type Column } from './columns.ts';
import { reais } from './reais.ts';
import type { Sale } from './sale.ts';

/** Comma-separated as Brazil's Excel and LibreOffice read it: `;` between fields, decimal comma, UTF-8 with its mark. */

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/**
 * What a spreadsheet would take for the beginning of a formula, after blanks too; full-width signs are read as the plain
 * ones by some. Source: OWASP, CSV Injection, owasp.org/www-community/attacks/CSV_Injection.
 */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/**
 * What a spreadsheet would take for a number, a date or a time, and write anew: `000123`, `10/11`, `12E4567`, `10 mar`. A
 * figure, and no letters but those of an exponent, of reais, of months and of halves of a day.
 */
const FIGURES =
  /^(?=[^]*\d)(?:[^\p{L}]|(?<=\d[.,]?)e(?=[+-]?\d)|r(?=\$)|(?<=\d ?)[ap]m?$|\bde\b|(?<!\p{L})(?:jan|fev|feb|mar|abr|apr|mai|may|jun|jul|ago|aug|set|sep|out|oct|nov|dez|dec)\p{L}*)*$/iu;

/** Control characters other than blanks: no reader shows them, and some stop at them. */
const UNSEEN = /[^\P{Cc}\t\r\n]/gu;

export function csvHeader(): string {
  return BYTE_ORDER_MARK + SALE_COLUMNS.map(({ title }) => field(title)).join(';') + LINE_END;
}

export function csvLine(sale: Sale): string {
  return SALE_COLUMNS.map((column) => cell(column, sale)).join(';') + LINE_END;
}

function cell(column: Column, sale: Sale): string {
  switch (column.kind) {
    case 'text':
      return field(column.of(sale) ?? '');
    case 'day':
      return brDay(column.of(sale));
    case 'time':
      return clockTime(column.of(sale));
    case 'instant': {
      const wall = column.of(sale);
      return wall === null ? '' : `${brDay(dayOf(wall))} ${clockTime(wall % DAY_SECONDS)}`;
    }
    case 'money': {
      const centavos = column.of(sale);
      return centavos === null ? '' : reais(centavos, ',');
    }
  }
}

/** A text that no spreadsheet takes for a formula or a figure (an apostrophe goes before it) or for more than one field. */
export function field(text: string): string {
  const seen = text.replace(UNSEEN, '');
  const harmless = FORMULA.test(seen) || FIGURES.test(seen) ? `'${seen}` : seen;
  return /[;,\t"\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** `YYYY-MM-DD` as Brazil writes it. */
function brDay(day: string): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

const dayOf = (wall: number): string => new Date(wall * 1000).toISOString().slice(0, 10);
const DAY_SECONDS = 86_400;

/** Seconds since midnight as `23:59:58`. */
export function clockTime(second: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}
