import type { Operator } from './directory/operators.ts';

/** Behind it are the manager's screens. Whoever enters shows a PIN; nothing is remembered across a restart. */
export interface ManagerDoor {
  /** The manager who is inside, or null. */
  inside(): Operator | null;
  letIn(manager: Operator): void;
  leave(): void;
}

export function createManagerDoor(): ManagerDoor {
  let manager: Operator | null = null;
  return {
    inside: () => manager,
    letIn: (entered) => void (manager = entered),
    leave: () => void (manager = null),
  };
}
