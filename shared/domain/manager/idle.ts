import { MINUTE } from '../../kernel/time.ts';

/** The time without a touch after which the manager's screens close, because the manager may have walked away, ms. */
export const MANAGER_IDLE_MS = 5 * MINUTE;
