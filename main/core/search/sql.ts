/** A part of an SQL statement and the values of its names. A value is always bound and never part of the text. */
export interface SqlPart {
  readonly sql: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Returns a condition that holds if all parts hold. It is true without any part. */
export function and(parts: readonly (SqlPart | null)[]): SqlPart {
  return join(parts, ' AND ', '1 = 1');
}

/** Returns a condition that holds if one of the parts holds. It is false without any part. */
export function or(parts: readonly (SqlPart | null)[]): SqlPart {
  const { sql, values } = join(parts, ' OR ', '1 = 0');
  return { sql: `(${sql})`, values };
}

/** Returns the condition that a column has one of the values; null without a list. `name` is unique in the statement. */
export function oneOf(column: string, name: string, list: readonly string[] | undefined): SqlPart | null {
  if (list === undefined) return null;
  const names = list.map((_, place) => `${name}${place}`);
  return {
    sql: `${column} IN (${names.map((each) => `@${each}`).join(', ')})`,
    values: Object.fromEntries(list.map((value, place) => [`${name}${place}`, value])),
  };
}

/** Binds a value to its name in the SQL; null without a value. */
export function bind(sql: string, name: string, value: string | number | undefined): SqlPart | null {
  return value === undefined ? null : { sql, values: { [name]: value } };
}

/** Returns SQL without values if the filter asks for it; else null. */
export function only(asked: true | undefined, sql: string): SqlPart | null {
  return asked === true ? { sql, values: {} } : null;
}

function join(parts: readonly (SqlPart | null)[], word: string, none: string): SqlPart {
  const present = parts.filter((part) => part !== null);
  return {
    sql: present.length === 0 ? none : present.map(({ sql }) => sql).join(word),
    values: Object.assign({}, ...present.map(({ values }) => values)) as Record<string, string | number>,
  };
}
