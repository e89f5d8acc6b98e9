import { LONGEST_PIN, SHORTEST_PIN } from '../../../shared/domain/people/choose-pin.ts';
import type { PersonRole } from '../../../shared/domain/roles/roles.ts';

export interface PersonDraft {
  readonly name: string;
  readonly pin: string;
  readonly repeat: string;
}

/** Why a person cannot be added yet; null when the form is complete. Whether a PIN is too easy is the core's to say. */
export function personProblem(
  { name, pin, repeat }: PersonDraft,
  role: PersonRole,
): 'noName' | 'badPin' | 'mismatch' | null {
  if (name.trim() === '') return 'noName';
  if (!/^\d*$/.test(pin) || pin.length < SHORTEST_PIN[role] || pin.length > LONGEST_PIN) return 'badPin';
  return pin === repeat ? null : 'mismatch';
}
