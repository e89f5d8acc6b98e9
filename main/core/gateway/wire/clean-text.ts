import { redactText } from '../../../../shared/kernel/redact-text.ts';

/**
 * The one place where texts of the gateway are cleaned and cut. A text for people is cut and never refused. A text that is sent
 * back in a later request is refused by its schema instead, because a cut one would name another thing.
 */

/** The characters of an error page that are searched for words. A page may have a mebibyte. */
const SEARCHED = 16_384;
/**
 * The characters that are redacted before the cut. If the cut came first, it could leave half a token, which no pattern
 * matches.
 */
const REDACTED = 4_096;
const MAX_MESSAGE = 200;
/** The longest status word of section 4.1 has 16 characters. The ledger stores the word unchanged. */
const MAX_WORD = 64;

/**
 * Control characters, half surrogates, line and paragraph separators, and format characters. The last kind holds bidirectional
 * overrides and zero-width characters, which make a text look like another one.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Cf}]/gu;
const TAG = /<[/!]?[a-z][^<>]*>/gi;

/** Returns one line of at most `max` characters. A cut text ends in `…`. */
export function cleanText(text: string, max: number): string {
  return cut(text.slice(0, SEARCHED).replace(UNPRINTABLE, ' ').replace(/\s+/g, ' ').trim(), max);
}

/** Returns the words of an error without HTML tags: one line of at most 200 characters. */
export function cleanMessage(text: string): string {
  return cleanText(withoutTags(text), MAX_MESSAGE);
}

/** Returns an unusable answer for support: as `cleanMessage`, without tokens, keys and personal data. */
export function cleanDetail(text: string): string {
  return cleanText(redactText(withoutTags(text).slice(0, REDACTED)), MAX_MESSAGE);
}

/**
 * Returns a status word of at most 64 characters. Each unprintable character becomes one space and nothing is trimmed, so
 * cleaning never turns a word into a known one.
 */
export function cleanWord(text: string): string {
  return cut(text.slice(0, SEARCHED).replace(UNPRINTABLE, ' '), MAX_WORD);
}

/** Replaces HTML tags by spaces. A text with tags only is returned unchanged, because it still shows what answered. */
function withoutTags(text: string): string {
  const searched = text.slice(0, SEARCHED);
  const words = searched.replace(TAG, ' ');
  return words.trim() === '' ? searched : words;
}

/** Returns the first `max` characters, without half a surrogate pair at the end. */
function cut(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}
