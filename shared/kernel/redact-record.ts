import type { LogFields, LogRecord } from './logger.ts';
import { redactText } from './redact-text.ts';

/** Field names whose values are never written. */
const SECRET_NAME =
  /(secret|token|password|senha|authorization|access_?key|client_?id|\bpin$|^pin|br_?code|dict_?key|pix_?key)/i;

/** Returns a record without secrets and personal data: values of secret fields are replaced, texts are redacted. */
export function redactRecord(record: LogRecord): LogRecord {
  const fields: Record<string, LogFields[string]> = {};
  for (const [name, value] of Object.entries(record.fields)) fields[name] = redactField(name, value);
  return { ...record, scope: redactText(record.scope), event: redactText(record.event), fields };
}

function redactField(name: string, value: LogFields[string]): LogFields[string] {
  if (value === null || value === undefined || typeof value === 'boolean') return value;
  if (SECRET_NAME.test(name)) return '[secret]';
  return typeof value === 'string' ? redactText(value) : value;
}
