import type { GatewayFailure, RefusalReason } from './port.ts';
import { clip, errorText, isObject, isTokenComplaint } from './wire/error-body.ts';

/** The texts of section 8.1, by what they mean. */
const REASON_BY_TEXT: readonly (readonly [RegExp, RefusalReason])[] = [
  [/\balready (?:cancell?ed|expired|refunded|partial)/i, 'already-final'],
  [/sum of the items|somat[óo]ria dos itens/i, 'sum-mismatch'],
  [/minimum payment/i, 'below-minimum'],
  [/not found/i, 'not-found'],
];

/** Client errors that say nothing about the order: try again later, nobody knows what happened. */
const NOT_A_NO = new Set([408, 425, 429]);

/**
 * What an HTTP answer other than 200 and 201 means. Only a 4xx with a JSON object is a no in the gateway's own words; a page of a
 * proxy, half a JSON, a redirect or a 5xx is `unusable`, because the order may have been acted on behind it (sections 3.4 and 8.1).
 */
export function toFailure(status: number, json: unknown, text: string): GatewayFailure {
  const message = errorText(json, text) || `HTTP ${status}`;
  const saysNo = status >= 400 && status < 500 && !NOT_A_NO.has(status) && isObject(json);
  if (!saysNo) return unusable(status, message);
  return { kind: 'refused', status, reason: reasonOf(status, json, message), message };
}

/** An answer that cannot be believed. */
export function unusable(status: number, detail: string): GatewayFailure {
  return { kind: 'unusable', status, detail: clip(detail) };
}

function reasonOf(status: number, json: unknown, message: string): RefusalReason {
  if (status === 401 || (status === 422 && isTokenComplaint(json))) return 'credentials';
  if (status === 403) return 'permission';
  if (status === 404) return 'not-found';
  return REASON_BY_TEXT.find(([pattern]) => pattern.test(message))?.[1] ?? 'invalid';
}
