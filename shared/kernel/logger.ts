/** What may stand in a log line. Secrets and whole requests may not: the writer redacts, the caller still takes care. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** One line of the log: an event name in kebab-case and its fields. */
export interface LogRecord {
  readonly level: LogLevel;
  readonly scope: string;
  readonly event: string;
  readonly fields: LogFields;
  readonly atMs: number;
}

/** Where code says what happened. Only main, or the headless process, writes it down. */
export interface Logger {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  /** The same logger with a longer scope, for example `core/outbox`. */
  scoped(scope: string): Logger;
}
