import type { GatewayFailure, RefusalReason } from './port.ts';
import { cleanDetail, cleanMessage } from './wire/clean-text.ts';
import { errorText, isObject, isTokenComplaint } from './wire/error-body.ts';

/** The texts of section 8.1, by their meaning. */
const REASON_BY_TEXT: readonly (readonly [RegExp, RefusalReason])[] = [
  [/\balready (?:cancell?ed|expired|refunded|partial)/i, 'already-final'],
  [/sum of the items|somat[óo]ria dos itens/i, 'sum-mismatch'],
  [/minimum payment/i, 'below-minimum'],
  [/not found/i, 'not-found'],
];

/** Client errors that say nothing about the order: it may have been acted on, and is asked about later. */
const NOT_A_NO = new Set([408, 425, 429]);

/**
 * The failure that an HTTP answer other than 200 and 201 means. Only a 4xx with a JSON object is a refusal in the gateway's own words. A
 * page of a proxy, half a JSON, a redirect or a 5xx is `unusable`, because the order may have been acted on (sections 3.4 and 8.1).
 */
export function toFailure(status: number, json: unknown, text: string): GatewayFailure {
  const words = errorText(json, text);
  const saysNo = status >= 400 && status < 500 && !NOT_A_NO.has(status) && isObject(json);
  if (!saysNo) return unusable(status, words);
  const message = cleanMessage(words) || `HTTP ${status}`;
  return { kind: 'refused', status, reason: reasonOf(status, json, message), message };
}

/** The failure of an answer that came and cannot be used. `detail` may hold parts of the answer: secrets are taken out of it here. */
export function unusable(status: number, detail: string): Extract<GatewayFailure, { kind: 'unusable' }> {
  return { kind: 'unusable', status, detail: cleanDetail(detail) || `HTTP ${status}` };
}

function reasonOf(status: number, json: unknown, message: string): RefusalReason {
  if (status === 401 || (status === 422 && isTokenComplaint(json))) return 'credentials';
  if (status === 403) return 'permission';
  if (status === 404) return 'not-found';
  return REASON_BY_TEXT.find(([pattern]) => pattern.test(message))?.[1] ?? 'invalid';
}
