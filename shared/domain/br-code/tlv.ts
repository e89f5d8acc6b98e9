import { err, ok, type Result } from '../../kernel/result.ts';

/**
 * The data objects of one level, by id, in the order of the code. Values are lists of units, because a code may count its
 * lengths in characters or in bytes; see `parseBrCode`.
 */
export type DataObjects = ReadonlyMap<string, readonly string[]>;

/**
 * Splits EMV data objects: two digits of id, two of length, the value. A length of zero, a value that is cut short, a rest, and
 * an id that appears twice are malformed. With two amounts, payers' banks could read different ones.
 * Source: EMV QR Code Specification for Payment Systems (Merchant-Presented Mode), data objects.
 */
export function readDataObjects(units: readonly string[]): Result<DataObjects, 'malformed'> {
  const objects = new Map<string, readonly string[]>();
  for (let at = 0; at < units.length;) {
    const head = units.slice(at, at + 4).join('');
    if (!/^\d{4}$/.test(head)) return err('malformed');
    const id = head.slice(0, 2);
    const length = Number(head.slice(2));
    const value = units.slice(at + 4, at + 4 + length);
    if (length === 0 || value.length < length || objects.has(id)) return err('malformed');
    objects.set(id, value);
    at += 4 + length;
  }
  return ok(objects);
}

/** Returns one data object. Its length counts characters. Throws a RangeError unless the value has 1 to 99 of them. */
export function writeDataObject(id: string, value: string): string {
  const length = [...value].length;
  if (length < 1 || length > 99) throw new RangeError(`data object ${id} has ${length} characters`);
  return `${id}${String(length).padStart(2, '0')}${value}`;
}
