/** A piece of SQL made of our own words, and what is bound to its names: nothing from outside is ever in the text. */
export interface Piece {
  readonly sql: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** All of the pieces at once; true when there is none. */
export function allOf(pieces: readonly (Piece | null)[]): Piece {
  return joined(pieces, ' AND ', '1 = 1');
}

/** Any of the pieces; false when there is none. */
export function anyOf(pieces: readonly (Piece | null)[]): Piece {
  const { sql, values } = joined(pieces, ' OR ', '1 = 0');
  return { sql: `(${sql})`, values };
}

/** `column` is one of `list`; null when there is no list. */
export function oneOf(column: string, name: string, list: readonly string[] | undefined): Piece | null {
  if (list === undefined) return null;
  const names = list.map((_, place) => `${name}${place}`);
  return {
    sql: `${column} IN (${names.map((each) => `@${each}`).join(', ')})`,
    values: Object.fromEntries(list.map((value, place) => [`${name}${place}`, value])),
  };
}

/** `sql` about one value named `name`; null when there is no value. */
export function about(sql: string, name: string, value: string | number | undefined): Piece | null {
  return value === undefined ? null : { sql, values: { [name]: value } };
}

function joined(pieces: readonly (Piece | null)[], word: string, none: string): Piece {
  const there = pieces.filter((piece) => piece !== null);
  return {
    sql: there.length === 0 ? none : there.map(({ sql }) => sql).join(word),
    values: Object.assign({}, ...there.map(({ values }) => values)) as Record<string, string | number>,
  };
}
