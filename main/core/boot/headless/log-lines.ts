import type { LogRecord } from '../../../../shared/kernel/logger.ts';
import { redactRecord } from '../../../../shared/kernel/redact-record.ts';

/** Shorter ones would take ordinary words out of the log. */
const SHORTEST_SECRET = 6;

/** Makes a log record one line of JSON, without secrets: those that are known word by word, and whatever looks like one. */
export function createLineFormat(secrets: readonly string[]): (record: LogRecord) => string {
  const known = secrets.filter(({ length }) => length >= SHORTEST_SECRET);
  return (record) => {
    const { atMs, level, scope, event, fields } = redactRecord(record);
    const line = JSON.stringify({ at: new Date(atMs).toISOString(), level, scope, event, ...fields });
    return `${known.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line)}\n`;
  };
}
