import { may, type Act } from '../../shared/domain/roles/roles.ts';
import type { Operator } from './directory/operators.ts';

/** Behind it are the manager's screens. Whoever enters shows a PIN; nothing is remembered across a restart. */
export interface ManagerDoor {
  /** Whoever is inside and may do this, or null. */
  inside(act: Act): Operator | null;
  letIn(person: Operator): void;
  leave(): void;
}

export function createManagerDoor(): ManagerDoor {
  let person: Operator | null = null;
  return {
    inside: (act) => (person !== null && may(person.role, act) ? person : null),
    letIn: (entered) => void (person = entered),
    leave: () => void (person = null),
  };
}
