/** The fields of a log line. Callers must not pass secrets or whole requests. The writer redacts as a second guard. */
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

/** Takes log records from the code. Only main, or the headless process, writes them to a file. */
export interface Logger {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  /** Returns the same logger with a longer scope, for example `core/outbox`. */
  scoped(scope: string): Logger;
}
