/**
 * What can be wrong with a ledger. `page`: the file cannot be read. `row-missing`, `hash`: the chain. `event`: a row that
 * cannot have happened. `body`: a row that does not have the form of its type. `identity`: no row says of which till the
 * ledger is, or more than one does. `table`, `guard`: a table, or an index or trigger, is not the one that this version makes.
 * `text`: a text beside the chain is not the one of its digest, is missing without a row that erased it, or is still there after
 * one. `signature`: the signature of a closing is not right. `outside`: the ledger does not go through the head that is kept outside
 * its folder. The others name what differs from the events. `cell` is one sum of the manager's.
 */
export type FaultCode =
  | 'page'
  | 'row-missing'
  | 'hash'
  | 'event'
  | 'body'
  | 'identity'
  | 'charge-missing'
  | 'charge-unknown'
  | 'charge'
  | 'attempt'
  | 'shift'
  | 'closing'
  | 'figures'
  | 'setting'
  | 'operator'
  | 'cell'
  | 'table'
  | 'guard'
  | 'text'
  | 'signature'
  | 'outside';

/** The first thing that is wrong: the row of the ledger that says otherwise, and what of which charge or table. */
export interface Fault {
  readonly code: FaultCode;
  readonly seq: number | null;
  readonly subject: string | null;
  readonly detail: string;
}

/** The names of the columns in which two rows differ, with both values; null when they are the same. */
export function difference(
  expected: Readonly<Record<string, unknown>>,
  found: Readonly<Record<string, unknown>>,
): string | null {
  const names = Object.keys(expected).filter((name) => text(expected[name]) !== text(found[name]));
  if (names.length === 0) return null;
  return names.map((name) => `${name}: ${text(found[name])} ≠ ${text(expected[name])}`).join(', ');
}

function text(value: unknown): string {
  return Buffer.isBuffer(value) ? value.toString('hex') : (JSON.stringify(value) ?? 'nothing');
}
