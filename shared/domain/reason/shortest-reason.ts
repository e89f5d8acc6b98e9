/** The shortest reason for a settlement without proof or a restored backup, in characters. */
export const SHORTEST_REASON = 5;
