import type { Database } from 'better-sqlite3';

/** One step of the schema. Never edited once released; it imports nothing but the types of the database and of a step. */
export interface Migration {
  readonly version: number;
  update(db: Database): void;
}
