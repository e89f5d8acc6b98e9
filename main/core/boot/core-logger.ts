import type { LogFields, Logger, LogLevel, LogRecord } from '../../../shared/kernel/logger.ts';
import type { Clock } from '../../../shared/kernel/time.ts';

/** Creates a logger. `write` takes the records: main for the app, standard error for the headless till. */
export function createLogger(write: (record: LogRecord) => void, clock: Clock, scope = 'core'): Logger {
  const say =
    (level: LogLevel) =>
    (event: string, fields: LogFields = {}): void => {
      write({ level, scope, event, fields, atMs: clock.now() });
    };
  return {
    debug: say('debug'),
    info: say('info'),
    warn: say('warn'),
    error: say('error'),
    scoped: (inner) => createLogger(write, clock, `${scope}/${inner}`),
  };
}
