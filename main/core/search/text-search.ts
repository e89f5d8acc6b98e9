import { parseShortCode } from '../../../shared/domain/short-code/short-code.ts';
import { or, type SqlPart } from './sql.ts';

/** A shorter text is not compared with the names that the gateway and the banks give. */
const MIN_LENGTH = 4;
/** The index of endings has so many characters of each name (migration 50). */
const TAIL = 8;
/** Sorts after every character of a name. */
const LAST_CHARACTER = '\u{10FFFF}';

/** One index through which a text is searched for. */
export interface TextIndex {
  /** A SELECT of the row numbers of charges, as `no`. An index has the row number; the id is only in the row. */
  readonly rows: string;
  readonly values: SqlPart['values'];
  /** The same as a condition on one charge. SQLite uses no index for it, so that a day beside it can lead. */
  readonly condition: string;
}

/**
 * Returns the indexes that can find a text: the beginning or end of a reference, the beginning of an order's id or order
 * reference, the end of an end-to-end id, a short code. Upper and lower case are equal for ASCII letters only, as for SQLite's
 * upper() and LIKE.
 */
export function textIndexes(text: string): TextIndex[] {
  const typed = asciiUpper(text.trim());
  const indexes = [referenceStart(typed), ending(typed, 'reference_tail', 'reference')];
  const code = parseShortCode(typed);
  if (code !== null) indexes.push(codeEnding(code.slice(0, -1)));
  if ([...typed].length < MIN_LENGTH) return indexes;
  return [...indexes, ending(typed, 'payment_tail', 'end_to_end_id'), orderStart(typed)];
}

/** Returns the condition for charges in which a text is found; null without a text. */
export function textMatches(text: string | undefined): SqlPart | null {
  if (text === undefined) return null;
  return or(textIndexes(text).map(({ condition, values }) => ({ sql: `(${condition})`, values })));
}

function referenceStart(typed: string): TextIndex {
  return {
    rows: chargesWhere(startsWith('reference_key', 'start')),
    values: { ...startValues('start', typed), beginning: `${escaped(typed)}%` },
    condition: like('reference', 'beginning'),
  };
}

/** Searches a column by its end. A text that is longer than the index's endings is compared with the column too. */
function ending(typed: string, tailColumn: string, column: string): TextIndex {
  const tail = [...typed].reverse().slice(0, TAIL).join('');
  const rest = [...typed].length > TAIL ? ` AND ${like(column, 'ending')}` : '';
  return {
    rows: chargesWhere(startsWith(tailColumn, 'tail') + rest),
    values: { ...startValues('tail', tail), ending: `%${escaped(typed)}` },
    condition: like(column, 'ending'),
  };
}

function codeEnding(code: string): TextIndex {
  return {
    rows: chargesWhere('substr(id, 21) = @code'),
    values: { code },
    condition: 'substr(id, -6) = @code',
  };
}

function orderStart(typed: string): TextIndex {
  const orders = [startsWith('order_ref', 'orderRef'), startsWith('order_id', 'orderId')];
  const rowsOf = (order: string): string =>
    `SELECT charge.rowid AS no FROM attempt CROSS JOIN charge ON charge.id = attempt.charge_id WHERE ${order}`;
  return {
    rows: orders.map(rowsOf).join(' UNION ALL '),
    values: { ...startValues('orderRef', typed), ...startValues('orderId', asciiLower(typed)) },
    condition: `EXISTS (SELECT 1 FROM attempt WHERE charge_id = charge.id
      AND (${orders.join(' OR ').replaceAll('order_', '+order_')}))`,
  };
}

function chargesWhere(condition: string): string {
  return `SELECT rowid AS no FROM charge WHERE ${condition}`;
}

function startsWith(column: string, name: string): string {
  return `${column} >= @${name} AND ${column} < @${name}Top`;
}

function startValues(name: string, start: string): Record<string, string> {
  return { [name]: start, [`${name}Top`]: start + LAST_CHARACTER };
}

function like(column: string, name: string): string {
  return `${column} LIKE @${name} ESCAPE '\\'`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}

function asciiUpper(text: string): string {
  return text.replaceAll(/[a-z]+/g, (letters) => letters.toUpperCase());
}

function asciiLower(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
