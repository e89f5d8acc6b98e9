import type { ChargeEventType } from '../charge/event.ts';

/**
 * The texts in events of a charge that the sales software sends or a person types: they can name a customer. The ledger stores
 * each in a table beside the chain, and its event has a digest of it. The value is what a reader gets after the text is gone.
 */
const OUTSIDE_TEXTS = {
  created: { reference: null, description: null },
  'given-up': { reason: null },
  forced: { reason: '' },
  'refund-requested': { reason: null },
} as const satisfies Partial<Record<ChargeEventType, Readonly<Record<string, null | ''>>>>;

/** What an event has in the place of a text: SHA-256 of a random salt and the text in UTF-8, hexadecimal. */
export interface TextDigest {
  readonly sha256: string;
}

/** Returns the fields of an event that can have such a text, each with its value after the text is gone. */
export function outsideFieldsOf(type: string): readonly (readonly [field: string, gone: null | ''])[] {
  return Object.hasOwn(OUTSIDE_TEXTS, type)
    ? Object.entries(OUTSIDE_TEXTS[type as keyof typeof OUTSIDE_TEXTS])
    : [];
}

/** True for a value that is a digest and not a text. */
export function isTextDigest(value: unknown): value is TextDigest {
  return typeof value === 'object' && value !== null && 'sha256' in value;
}
