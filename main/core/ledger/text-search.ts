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
  /** A SELECT of the ids of charges. */
  readonly ids: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** The same as a condition on one charge. */
  readonly holds: string;
}

/**
 * Where `text` may stand: the beginning or the end of a reference, the beginning of an order's id or reference, the end
 * of an end-to-end id, a short code. SQLite's upper() knows the letters of ASCII alone, and so does this.
 */
export function placesOf(text: string): TextPlace[] {
  const typed = asciiUpper(text.trim());
  const tail = [...typed].reverse().slice(0, TAIL).join('');
  const range = (column: string, name: string): string => `${column} >= @${name} AND ${column} < @${name}Top`;
  const bounds = (name: string, start: string): Record<string, string> => ({
    [name]: start,
    [`${name}Top`]: start + TOP,
  });
  const ends = (column: string): string => `substr(${column}, -length(@typed)) = @typed`;
  const ofCharge = (condition: string, values: Record<string, string>): TextPlace => ({
    ids: `SELECT id FROM charge WHERE ${condition}`,
    values: { typed, ...values },
    holds: beside(condition),
  });
  const ofAttempt = (condition: string, values: Record<string, string>): TextPlace => ({
    ids: `SELECT charge_id AS id FROM attempt WHERE ${condition}`,
    values,
    holds: `EXISTS (SELECT 1 FROM attempt WHERE charge_id = charge.id AND ${beside(condition)})`,
  });
  const code = parseShortCode(typed);
  const places = [
    ofCharge(range('reference_key', 'start'), bounds('start', typed)),
    ofCharge(`${range('reference_tail', 'tail')} AND ${ends('reference_key')}`, bounds('tail', tail)),
  ];
  if (code !== null) places.push(ofCharge('code_tail = @code', { code: code.slice(0, -1) }));
  if ([...typed].length < LEAST) return places;
  return [
    ...places,
    ofCharge(`${range('payment_tail', 'tail')} AND ${ends('upper(end_to_end_id)')}`, bounds('tail', tail)),
    ofAttempt(range('order_ref', 'start'), bounds('start', typed)),
    ofAttempt(range('order_id', 'lower'), bounds('lower', asciiLower(typed))),
  ];
}

/** The text as a condition on one charge; null when nothing is looked for. */
export function textHolds(text: string | undefined): Piece | null {
  if (text === undefined) return null;
  return anyOf(placesOf(text).map(({ holds, values }) => ({ sql: `(${holds})`, values })));
}

/** A condition that leads SQLite through no index of its own: beside a day, the day is what leads. */
function beside(condition: string): string {
  return condition.replaceAll(/\b(\w+) (>=|<|=) @/g, '+$1 $2 @');
}

function asciiUpper(text: string): string {
  return text.replaceAll(/[a-z]+/g, (letters) => letters.toUpperCase());
}

function asciiLower(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
