/** The longest time without use after which a till can lock by itself, minutes. */
export const LONGEST_UNLOCKED_MINUTES = 60;
