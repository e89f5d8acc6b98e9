import type { LogRecord } from '../../../../shared/kernel/logger.ts';
import { redactRecord } from '../../../../shared/kernel/redact-record.ts';

/** Shorter secrets are not removed, because ordinary words would be removed too. */
const SHORTEST_SECRET = 6;

/** Returns a log record as one line of JSON without secrets: the known ones, and texts that look like one. */
export function createLineFormat(secrets: readonly string[]): (record: LogRecord) => string {
  const known = secrets.filter(({ length }) => length >= SHORTEST_SECRET);
  return (record) => {
    const { atMs, level, scope, event, fields } = redactRecord(record);
    const line = JSON.stringify({ at: new Date(atMs).toISOString(), level, scope, event, ...fields });
    return `${known.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line)}\n`;
  };
}
