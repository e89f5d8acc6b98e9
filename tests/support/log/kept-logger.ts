import { createLogger } from '../../../main/core/boot/core-logger.ts';
import type { Logger, LogRecord } from '../../../shared/kernel/logger.ts';
import type { Clock } from '../../../shared/kernel/time.ts';
import { createVirtualClock } from '../time/virtual-clock.ts';

export interface KeptLogger {
  readonly logger: Logger;
  readonly records: LogRecord[];
  /** The events of the records, in order. */
  events(): string[];
}

/** A logger that keeps its records. */
export function keptLogger(clock: Clock = createVirtualClock()): KeptLogger {
  const records: LogRecord[] = [];
  const logger = createLogger((record) => void records.push(record), clock);
  return { logger, records, events: () => records.map(({ event }) => event) };
}
