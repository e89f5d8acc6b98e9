import { err, ok, type Result } from '../../kernel/result.ts';
import type { PersonRole } from '../roles/roles.ts';

/** Digits of the shortest PIN of each role. A manager can refund money, so a manager's PIN is longer. */
export const SHORTEST_PIN: Readonly<Record<PersonRole, number>> = { operator: 4, manager: 6 };

/** Digits of the longest PIN. */
export const LONGEST_PIN = 12;

/** Why a PIN cannot be chosen. */
export type PinProblem = 'short-pin' | 'weak-pin';

/**
 * Returns the PIN that a person of this role chooses, or why it is refused. Every way to set a PIN asks here: a window, the
 * local API, a command line. A PIN that was chosen by an older rule stays valid until the person chooses a new one.
 */
export function choosePin(role: PersonRole, pin: string): Result<string, PinProblem> {
  if (!/^\d*$/.test(pin) || pin.length < SHORTEST_PIN[role] || pin.length > LONGEST_PIN)
    return err('short-pin');
  return isWeak(pin) ? err('weak-pin') : ok(pin);
}

/** True for a run of digits up or down, and for a group of digits that repeats: these are guessed first. */
function isWeak(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, place) => Number(digit) - Number(pin[place]));
  if (steps.every((step) => step === 1) || steps.every((step) => step === -1)) return true;
  const groups = [1, 2, 3].filter((length) => length < pin.length && pin.length % length === 0);
  return groups.some((length) => pin === pin.slice(0, length).repeat(pin.length / length));
}
