import type { LogFields, LogRecord } from '../../shared/kernel/logger.ts';

/** One line per record: instant, level, scope, event, then the fields as `name=value`. */
export function formatRecord(record: LogRecord): string {
  const fields = Object.entries(record.fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}=${formatValue(value)}`);
  return `${instant(record.atMs)} ${record.level.padEnd(5)} ${record.scope} ${record.event}${fields.join('')}`;
}

function formatValue(value: LogFields[string]): string {
  const text = String(value);
  // Quoted when it could be mistaken for more than one field; JSON keeps a stack trace on one line.
  return typeof value === 'string' && /[\s"=]/.test(text) ? JSON.stringify(text) : text;
}

/** A record of a page may carry any number; a date that does not exist must not end the log. */
function instant(atMs: number): string {
  const date = new Date(atMs);
  return Number.isNaN(date.getTime()) ? '????-??-??T??:??:??.???Z' : date.toISOString();
}
