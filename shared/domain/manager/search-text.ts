/** The longest search text for payments, in characters. */
export const SEARCH_TEXT_LIMIT = 60;
