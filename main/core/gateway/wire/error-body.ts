/** The keys that may have the text of an error, the best first (section 8.1). */
const TEXT_KEYS = ['message', 'msg', 'error', 'detail'] as const;

/**
 * Returns the text of an error body, unchanged: `message`, `msg`, `error` or `detail`, nested or not. Without them, returns the
 * raw text.
 */
export function errorText(json: unknown, rawText: string): string {
  return textIn(json) ?? rawText;
}

/** True for `{"msg": …}`: the gateway's token library refuses a token in this form (sections 8.1 and 10, row 6). */
export function isTokenComplaint(json: unknown): boolean {
  return isObject(json) && typeof json['msg'] === 'string';
}

/** True for a JSON object, the only form of the gateway's refusals. */
export function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function textIn(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (Array.isArray(value)) return textIn(value[0]);
  if (!isObject(value)) return null;
  for (const key of TEXT_KEYS) {
    const text = textIn(value[key]);
    if (text !== null) return text;
  }
  return null;
}
