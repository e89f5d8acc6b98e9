export interface PersonDraft {
  readonly name: string;
  readonly pin: string;
  readonly repeat: string;
}

/** Why a person cannot be added yet; null when the form is complete. Whether a PIN is too easy is the core's to say. */
export function personProblem({ name, pin, repeat }: PersonDraft): 'noName' | 'badPin' | 'mismatch' | null {
  if (name.trim() === '') return 'noName';
  if (!/^\d{4,12}$/.test(pin)) return 'badPin';
  return pin === repeat ? null : 'mismatch';
}
