import { redactText } from '../../../../shared/kernel/redact-text.ts';

/**
 * The one place where texts of the gateway are cleaned and cut. A text is cut, never refused, where only people read it. A text that
 * goes back in a later request is refused by its schema instead, because a cut one would name something else.
 */

/** Characters of an error page that are searched for words. A page may have a mebibyte. */
const SEARCHED = 16_384;
/** Characters that are redacted before the cut. A cut first could leave half a token, which no pattern knows. */
const REDACTED = 4_096;
const MAX_MESSAGE = 200;
/** Longest status word of section 4.1 is 16; the word goes to the ledger as it came. */
const MAX_WORD = 64;

/**
 * Control characters, half surrogates, line and paragraph separators, and format characters. The last kind holds bidirectional
 * overrides and zero-width characters, which make a text look like another one.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Cf}]/gu;
const TAG = /<[/!]?[a-z][^<>]*>/gi;

/** One line of at most `max` characters. A text that was cut ends in `…`. */
export function cleanText(text: string, max: number): string {
  return cut(text.slice(0, SEARCHED).replace(UNPRINTABLE, ' ').replace(/\s+/g, ' ').trim(), max);
}

/** The words of an error, without HTML tags: one line of at most 200 characters. */
export function cleanMessage(text: string): string {
  return cleanText(withoutTags(text), MAX_MESSAGE);
}

/** What came in an answer that cannot be used, for support: as `cleanMessage`, without tokens, keys and personal data. */
export function cleanDetail(text: string): string {
  return cleanText(redactText(withoutTags(text).slice(0, REDACTED)), MAX_MESSAGE);
}

/**
 * A status word of at most 64 characters. Each unprintable character becomes one space and nothing is trimmed, so that cleaning never
 * turns another word into one of the vocabulary.
 */
export function cleanWord(text: string): string {
  return cut(text.slice(0, SEARCHED).replace(UNPRINTABLE, ' '), MAX_WORD);
}

/** The text with HTML tags replaced by spaces. A text of tags alone is returned as it came, since it still tells what answered. */
function withoutTags(text: string): string {
  const searched = text.slice(0, SEARCHED);
  const words = searched.replace(TAG, ' ');
  return words.trim() === '' ? searched : words;
}

/** The first `max` characters at most; half a surrogate pair is not kept. */
function cut(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}
