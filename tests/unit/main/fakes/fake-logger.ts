import { createLogger } from '../../../../main/logging/create-logger.ts';
import type { Logger, LogRecord } from '../../../../shared/kernel/logger.ts';

/** A logger that keeps its records. */
export function fakeLogger(): { logger: Logger; records: LogRecord[]; events: () => string[] } {
  const records: LogRecord[] = [];
  const logger = createLogger(
    'test',
    (record) => void records.push(record),
    () => 0,
  );
  return { logger, records, events: () => records.map((record) => record.event) };
}
