/** The shortest reason for a refund or a settlement without proof, in characters. */
export const SHORTEST_REASON = 5;
