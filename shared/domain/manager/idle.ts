import { MINUTE } from '../../kernel/time.ts';

/** How long the manager's screens stay open without a hand at them, ms: somebody who walked away. */
export const MANAGER_IDLE_MS = 5 * MINUTE;
