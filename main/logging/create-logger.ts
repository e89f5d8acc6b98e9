import type { Logger, LogFields, LogLevel, LogRecord } from '../../shared/kernel/logger.ts';

/** Creates a logger of this process. `write` takes the records. */
export function createLogger(
  scope: string,
  write: (record: LogRecord) => void,
  nowMs: () => number = Date.now,
): Logger {
  const say =
    (level: LogLevel) =>
    (event: string, fields: LogFields = {}): void =>
      write({ level, scope, event, fields, atMs: nowMs() });
  return {
    debug: say('debug'),
    info: say('info'),
    warn: say('warn'),
    error: say('error'),
    scoped: (inner) => createLogger(`${scope}/${inner}`, write, nowMs),
  };
}
