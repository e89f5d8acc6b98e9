import { parseShortCode } from '../../../shared/domain/short-code/short-code.ts';
import { anyOf, type Piece } from './sql.ts';

/** Fewer characters than this are not looked for in what the gateway and the banks name. */
const LEAST = 4;
/** Characters of an ending that its index holds (migration 50). */
const TAIL = 8;
/** Above every character that a name can have. */
const TOP = '\u{10FFFF}';

/** Where a text is looked for: each is one search through one index. */
export interface TextPlace {
  /** A SELECT of the row numbers of charges, as `no`: an index has them at hand, and the charge's id only in its row. */
  readonly rows: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** The same as a condition on one charge. It leads SQLite through no index: beside a day, the day is what leads. */
  readonly holds: string;
}

/**
 * Where `text` may stand: the beginning or the end of a reference, the beginning of an order's id or reference, the end
 * of an end-to-end id, a short code. SQLite's upper() and LIKE know the letters of ASCII alone, and so does this.
 */
export function placesOf(text: string): TextPlace[] {
  const typed = asciiUpper(text.trim());
  const plain = typed.replaceAll(/[\\%_]/g, '\\$&');
  const tail = [...typed].reverse().slice(0, TAIL).join('');
  const range = (column: string, name: string): string => `${column} >= @${name} AND ${column} < @${name}Top`;
  const bounds = (name: string, start: string): Record<string, string> => ({
    [name]: start,
    [`${name}Top`]: start + TOP,
  });
  const like = (column: string, name: string): string => `${column} LIKE @${name} ESCAPE '\\'`;
  const ofCharge = (condition: string, holds: string, values: Record<string, string>): TextPlace => ({
    rows: `SELECT rowid AS no FROM charge WHERE ${condition}`,
    values,
    holds,
  });
  /** The index alone knows a short ending whole. */
  const ending = (tailColumn: string, column: string): TextPlace => {
    const rest = [...typed].length > TAIL ? ` AND ${like(column, 'ending')}` : '';
    const values = { ...bounds('tail', tail), ending: `%${plain}` };
    return ofCharge(`${range(tailColumn, 'tail')}${rest}`, like(column, 'ending'), values);
  };
  const orders = [range('order_ref', 'orderRef'), range('order_id', 'orderId')];
  const ofAttempts: TextPlace = {
    rows: orders
      .map(
        (
          condition,
        ) => `SELECT charge.rowid AS no FROM attempt CROSS JOIN charge ON charge.id = attempt.charge_id
          WHERE ${condition}`,
      )
      .join(' UNION ALL '),
    values: { ...bounds('orderRef', typed), ...bounds('orderId', asciiLower(typed)) },
    holds: `EXISTS (SELECT 1 FROM attempt WHERE charge_id = charge.id
      AND (${orders.map((each) => each.replaceAll('order_', '+order_')).join(' OR ')}))`,
  };
  const code = parseShortCode(typed);
  const places = [
    ofCharge(range('reference_key', 'start'), like('reference', 'beginning'), {
      ...bounds('start', typed),
      beginning: `${plain}%`,
    }),
    ending('reference_tail', 'reference'),
  ];
  if (code !== null)
    places.push(ofCharge('substr(id, 21) = @code', 'substr(id, -6) = @code', { code: code.slice(0, -1) }));
  if ([...typed].length < LEAST) return places;
  return [...places, ending('payment_tail', 'end_to_end_id'), ofAttempts];
}

/** The text as a condition on one charge; null when nothing is looked for. */
export function textHolds(text: string | undefined): Piece | null {
  if (text === undefined) return null;
  return anyOf(placesOf(text).map(({ holds, values }) => ({ sql: `(${holds})`, values })));
}

function asciiUpper(text: string): string {
  return text.replaceAll(/[a-z]+/g, (letters) => letters.toUpperCase());
}

function asciiLower(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
