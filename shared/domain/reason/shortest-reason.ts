/** The shortest reason that a return, or a manager's act without proof, takes, characters: enough to say something. */
export const SHORTEST_REASON = 5;
