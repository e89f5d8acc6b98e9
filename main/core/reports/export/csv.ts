import { SALE_COLUMNS, type Column } from './columns.ts';
import { reais } from './reais.ts';
import type { Sale } from './sale.ts';

/** CSV as Excel and LibreOffice read it in Brazil: `;` between fields, decimal comma, UTF-8 with a byte order mark. */

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/**
 * A text that a spreadsheet would read as a formula, also after blanks. Some read full-width signs as the plain ones.
 * Source: OWASP, CSV Injection, owasp.org/www-community/attacks/CSV_Injection.
 */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/** Words that a spreadsheet reads as a value, in Portuguese and in English: logical values and error values. */
const VALUE =
  /^\s*(?:true|false|verdadeiro|falso|#(?:n\/[ad]|div\/0!|ref!|name\?|nome\?|value!|valor!|n[uú]m!|null!|nulo!))\s*$/iu;

const MONTHS = '(?:jan|fev|feb|mar|abr|apr|mai|may|jun|jul|ago|aug|set|sep|out|oct|nov|dez|dec)\\p{L}*';
const WEEKDAYS = [
  '(?:segunda|ter[cç]a|quarta|quinta|sexta)(?:-feira)?|s[aá]bado|domingo|seg|ter|qua|qui|sex|s[aá]b|dom',
  'mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?',
].join('|');

/** The letters that a number, a date or a time can have. */
const LETTERS = [
  String.raw`(?<=\d[.,]?\s*)[ed](?=\s*[+-]?\s*\d)`,
  String.raw`r(?=\$)`,
  String.raw`(?<=\d ?)[ap]m?$`,
  String.raw`(?<=\d)t(?=\d)`,
  String.raw`(?<=\d)z$`,
  String.raw`(?<!\p{L})de(?!\p{L})`,
  String.raw`(?<!\p{L})${MONTHS}`,
  String.raw`(?<!\p{L})(?:${WEEKDAYS})(?!\p{L})`,
];

/**
 * A text that a spreadsheet would read as a number, a date or a time, and change: `000123`, `10/11`, `12E4567`, `10 mar`,
 * `seg 5/5`. It has a digit, and its only letters are those of `LETTERS`.
 */
const FIGURES = new RegExp(String.raw`^(?=[^]*\p{Nd})(?:[^\p{L}]|${LETTERS.join('|')})*$`, 'iu');

/** Control characters that are not blanks. Readers do not show them, and some stop at them. */
const INVISIBLE = /[^\P{Cc}\t\r\n]/gu;

/** Returns the first line of a file: the titles of the columns. */
export function csvHeader(): string {
  return BYTE_ORDER_MARK + SALE_COLUMNS.map(({ title }) => field(title)).join(';') + LINE_END;
}

/** Returns the line of one sale. */
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

/** Returns a text as one field. If a spreadsheet could read it as a formula, a value or a figure, an apostrophe precedes it. */
export function field(text: string): string {
  const visible = text.replace(INVISIBLE, '');
  const isChanged = [FORMULA, VALUE, FIGURES].some((form) => form.test(visible));
  const harmless = isChanged ? `'${visible}` : visible;
  return /[;,\t"\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Turns `YYYY-MM-DD` into `DD/MM/YYYY`. */
function brDay(day: string): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

const dayOf = (wall: number): string => new Date(wall * 1000).toISOString().slice(0, 10);
const DAY_SECONDS = 86_400;

/** Turns seconds since midnight into a time of day: `23:59:58`. */
export function clockTime(second: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}
