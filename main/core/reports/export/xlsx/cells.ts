import { DAY } from '../../../../../shared/kernel/time.ts';
import { reais } from '../reais.ts';

/** Cells of a sheet as SpreadsheetML writes them. Source: ECMA-376, part 1, section 18.3.1. */

/** Places in the list of formats of `styles.xml`. */
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

/** A: 1, B: 2 … as letters, for a column counted from 0. */
export function columnName(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : columnName(Math.floor(place / 26) - 1) + letter;
}

/** Text stands in a cell as text whatever it begins with: no reader takes an inline string for a formula. */
export function textCell(at: string, text: string, style: number = STYLE.plain): string {
  const format = style === STYLE.plain ? '' : ` s="${style}"`;
  return `<c r="${at}"${format} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

/** Centavos as a number of reais. */
export function moneyCell(at: string, centavos: number): string {
  return `<c r="${at}" s="${STYLE.money}"><v>${reais(centavos, '.')}</v></c>`;
}

export function countCell(at: string, count: number): string {
  return `<c r="${at}" s="${STYLE.count}"><v>${count}</v></c>`;
}

/** A day, `YYYY-MM-DD`, as a date. */
export function dayCell(at: string, day: string): string {
  return `<c r="${at}" s="${STYLE.day}"><v>${serialOf(day)}</v></c>`;
}

/** Seconds since midnight as a time of day, with every digit: a spreadsheet cuts off what is left of a second. */
export function timeCell(at: string, second: number): string {
  return `<c r="${at}" s="${STYLE.time}"><v>${second / 86_400}</v></c>`;
}

/** Seconds since 1970 by a clock on the wall as a date with its time. */
export function instantCell(at: string, wall: number): string {
  return `<c r="${at}" s="${STYLE.instant}"><v>${wall / 86_400 + UNIX_EPOCH}</v></c>`;
}

/** Days from 1899-12-30, which is how a spreadsheet counts from 1900-03-01 on. */
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
 * Text between tags. What XML 1.0 cannot hold is left out, and a text that looks like Excel's own escape `_x000D_` is
 * escaped so that it is read as typed (ECMA-376, part 1, 22.9.2.19).
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
