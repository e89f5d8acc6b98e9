import type { LogFields, LogRecord } from '../../shared/kernel/logger.ts';

/** Returns one line for a record: instant, level, scope, event, then the fields as `name=value`. */
export function formatRecord(record: LogRecord): string {
  const fields = Object.entries(record.fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}=${formatValue(value)}`);
  return `${instant(record.atMs)} ${record.level.padEnd(5)} ${record.scope} ${record.event}${fields.join('')}`;
}

function formatValue(value: LogFields[string]): string {
  const text = String(value);
  // Quotes a text that could be read as more than one field. JSON keeps a stack trace on one line.
  return typeof value === 'string' && /[\s"=]/.test(text) ? JSON.stringify(text) : text;
}

/** Returns the instant as text. A page can send any number, and a date that does not exist must not stop the log. */
function instant(atMs: number): string {
  const date = new Date(atMs);
  return Number.isNaN(date.getTime()) ? '????-??-??T??:??:??.???Z' : date.toISOString();
}
