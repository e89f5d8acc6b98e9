/** The longest text that payments are looked for by, in characters. */
export const SEARCH_TEXT_LIMIT = 60;
