import { isTaxDocument } from './tax-document.ts';

/** Eleven digits with or without the usual punctuation, not inside a longer number. */
const LIKE_CPF = /(?<![\d.-])(\d{3})(\.?)(\d{3})(\.?)(\d{3})(-?)(\d{2})(?![\d-])/g;

/** True if a text contains a CPF with correct check digits. One in a hundred other numbers of eleven digits has them too. */
export function hasCpf(text: string): boolean {
  return text !== maskCpf(text);
}

/** Returns a text with six digits of each CPF left, as the Receita Federal shows one: ***.456.789-**. */
export function maskCpf(text: string): string {
  return text.replace(LIKE_CPF, (found: string, ...parts: string[]) => {
    const [, dot = '', middle = '', otherDot = '', last = '', dash = ''] = parts;
    return isTaxDocument(found) ? `***${dot}${middle}${otherDot}${last}${dash}**` : found;
  });
}
