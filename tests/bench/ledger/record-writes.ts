import type { Database, Statement } from 'better-sqlite3';

/** One writing statement as it was issued. */
interface Write {
  readonly sql: string;
  readonly method: 'run' | 'get';
  readonly args: readonly unknown[];
}

/** The writes of one transaction, in order. */
export type WriteSet = readonly Write[];

export interface RecordedDatabase {
  /** The same database; what is written through it is noted. */
  readonly db: Database;
  /** What was written since the last call. */
  take(): WriteSet;
}

/** Notes every writing statement with its values, so that a bare driver can be given exactly the same to write. */
export function recordWrites(db: Database): RecordedDatabase {
  let writes: Write[] = [];
  const prepare = (sql: string): Statement => {
    const statement = db.prepare(sql);
    if (statement.readonly) return statement;
    const noting =
      (method: 'run' | 'get') =>
      (...args: unknown[]): unknown => {
        writes.push({ sql, method, args });
        return statement[method](...args);
      };
    return Object.assign(Object.create(statement) as Statement, { run: noting('run'), get: noting('get') });
  };
  return {
    db: new Proxy(db, {
      get(target, name) {
        if (name === 'prepare') return prepare;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    }),
    take() {
      const taken = writes;
      writes = [];
      return taken;
    },
  };
}

/** Writes the sets again, each in its own immediate transaction, with statements prepared once: the least that this can cost. */
export function createReplay(db: Database, sets: readonly WriteSet[]): (from: number, to: number) => void {
  const statements = new Map<string, Statement>();
  const prepared = (sql: string): Statement => {
    const statement = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const ready = sets.map((set) =>
    set.map(({ sql, method, args }) => {
      const statement = prepared(sql);
      return method === 'run' ? () => statement.run(...args) : () => statement.get(...args);
    }),
  );
  const write = db.transaction((set: (() => unknown)[]) => {
    for (const one of set) one();
  });
  return (from, to) => {
    for (let place = from; place < to; place += 1) write.immediate(ready[place]!);
  };
}
