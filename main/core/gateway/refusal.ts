import type { GatewayFailure, RefusalReason } from './port.ts';
import { cleanDetail, cleanMessage } from './wire/clean-text.ts';
import { errorText, isObject, isTokenComplaint } from './wire/error-body.ts';

/** The texts of section 8.1 and their meaning. */
const REASON_BY_TEXT: readonly (readonly [RegExp, RefusalReason])[] = [
  [/\balready (?:cancell?ed|expired|refunded|partial)/i, 'already-final'],
  [/sum of the items|somat[óo]ria dos itens/i, 'sum-mismatch'],
  [/minimum payment/i, 'below-minimum'],
  [/not found/i, 'not-found'],
];

/** Client errors that prove nothing: the gateway may have acted on the call, and the order is read later. */
const NOT_A_NO = new Set([408, 425, 429]);

/**
 * Returns the failure of an HTTP answer other than 200 and 201. Only a 4xx with a JSON object is a refusal of the gateway. A
 * page of a proxy, half a JSON, a redirect and a 5xx are `unusable`, because the gateway may have acted on the call (sections
 * 3.4 and 8.1).
 */
export function toFailure(status: number, json: unknown, text: string): GatewayFailure {
  const words = errorText(json, text);
  const saysNo = status >= 400 && status < 500 && !NOT_A_NO.has(status) && isObject(json);
  if (!saysNo) return unusable(status, words);
  const message = cleanMessage(words) || `HTTP ${status}`;
  return { kind: 'refused', status, reason: reasonOf(status, json, message), message };
}

/** Returns the failure of an unusable answer. Removes secrets from `detail`, which may have parts of the answer. */
export function unusable(status: number, detail: string): Extract<GatewayFailure, { kind: 'unusable' }> {
  return { kind: 'unusable', status, detail: cleanDetail(detail) || `HTTP ${status}` };
}

function reasonOf(status: number, json: unknown, message: string): RefusalReason {
  if (status === 401 || (status === 422 && isTokenComplaint(json))) return 'credentials';
  if (status === 403) return 'permission';
  if (status === 404) return 'not-found';
  return REASON_BY_TEXT.find(([pattern]) => pattern.test(message))?.[1] ?? 'invalid';
}
