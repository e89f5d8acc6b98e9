import type { Reply } from '../../../shared/contract/define.ts';
import type { Desk } from './open-desk.ts';

/** How one method is played, and the types of the events that its caller causes; without them it writes none. */
export interface Play {
  readonly writes?: readonly string[];
  readonly play: (desk: Desk) => Promise<Reply<unknown>> | Reply<unknown>;
}

/** The PIN of the manager of training. */
export const MANAGER = '4321';
