/** The keys that may carry the text of an error, in the order in which they are believed (section 8.1). */
const TEXT_KEYS = ['message', 'msg', 'error', 'detail'] as const;

/** The words of an error body as they came: `message`, `msg`, `error` or `detail`, nested or not; the raw text when there are none. */
export function errorText(json: unknown, rawText: string): string {
  return textIn(json) ?? rawText;
}

/** True for `{"msg": …}`, how the gateway's token library refuses a token (sections 8.1 and 10, row 6). */
export function isTokenComplaint(json: unknown): boolean {
  return isObject(json) && typeof json['msg'] === 'string';
}

/** True for a JSON object, the only form in which the gateway says no. */
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
