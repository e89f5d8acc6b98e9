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
    case 'day': {
      const day = column.of(sale);
      return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
    }
    case 'time':
      return clockTime(column.of(sale));
    case 'money': {
      const centavos = column.of(sale);
      return centavos === null ? '' : reais(centavos, ',');
    }
  }
}

/** A text that no spreadsheet takes for a formula (an apostrophe goes before it) or for more than one field. */
export function field(text: string): string {
  const seen = text.replace(UNSEEN, '');
  const harmless = FORMULA.test(seen) ? `'${seen}` : seen;
  return /[;"\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Seconds since midnight as `23:59:58`. */
export function clockTime(second: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}
