import { DAY } from '../../../../../shared/kernel/time.ts';
import { reais } from '../reais.ts';

/** Cells of a sheet in SpreadsheetML. Source: ECMA-376, part 1, section 18.3.1. */

/** The numbers of the formats in `styles.xml`. */
export const STYLE = {
  plain: 0,
  header: 1,
  day: 2,
  time: 3,
  money: 4,
  count: 5,
  title: 6,
  instant: 7,
} as const;

/** Returns the letters of a column, counted from 0: `A` for 0, `AA` for 26. */
export function columnName(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : columnName(Math.floor(place / 26) - 1) + letter;
}

/** Returns a cell with a text. An inline string is never read as a formula. */
export function textCell(at: string, text: string, style: number = STYLE.plain): string {
  const format = style === STYLE.plain ? '' : ` s="${style}"`;
  return `<c r="${at}"${format} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

/** Returns a cell with centavos as a number of reais. */
export function moneyCell(at: string, centavos: number): string {
  return `<c r="${at}" s="${STYLE.money}"><v>${reais(centavos, '.')}</v></c>`;
}

/** Returns a cell with a whole number. */
export function countCell(at: string, count: number): string {
  return `<c r="${at}" s="${STYLE.count}"><v>${count}</v></c>`;
}

/** Returns a cell with a day, `YYYY-MM-DD`, as a date. */
export function dayCell(at: string, day: string): string {
  return `<c r="${at}" s="${STYLE.day}"><v>${serialOf(day)}</v></c>`;
}

/** Returns a cell with seconds since midnight as a time of day. All digits are kept: a spreadsheet drops a part of a second. */
export function timeCell(at: string, second: number): string {
  return `<c r="${at}" s="${STYLE.time}"><v>${second / 86_400}</v></c>`;
}

/** Returns a cell with seconds since 1970, by the store's clock, as a date with its time. */
export function instantCell(at: string, wall: number): string {
  return `<c r="${at}" s="${STYLE.instant}"><v>${wall / 86_400 + UNIX_EPOCH}</v></c>`;
}

/** The numbers of days. A spreadsheet counts them from 1899-12-30, for days since 1900-03-01. */
const serials = new Map<string, number>();
const UNIX_EPOCH = 25_569;

function serialOf(day: string): number {
  let serial = serials.get(day);
  if (serial === undefined) {
    serial = Date.parse(`${day}T00:00:00Z`) / DAY + UNIX_EPOCH;
    serials.set(day, serial);
  }
  return serial;
}

const NEEDS_CARE = /[&<>"\r_]|[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/u;

/**
 * Escapes a text between tags. Leaves out characters that XML 1.0 cannot hold. Escapes a text that looks like Excel's own escape
 * `_x000D_`, so that it is read as typed (ECMA-376, part 1, 22.9.2.19).
 */
export function escapeXml(text: string): string {
  if (!NEEDS_CARE.test(text)) return text;
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
