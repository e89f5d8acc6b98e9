import { BY_MACHINE } from '../../../../shared/domain/ledger-event/by.ts';
import type { Operators } from './operators.ts';

/** Training ships one of each, with their PINs on screen: nothing is guarded there but practice. */
export const TRAINING_PINS = [
  { name: 'Ana', role: 'operator', pin: '1234' },
  { name: 'Marta', role: 'manager', pin: '4321' },
] as const;

/** Adds the people of training to a fresh training ledger. */
export async function addTrainingPeople(operators: Operators): Promise<void> {
  for (const { name, role, pin } of TRAINING_PINS) {
    if (operators.byName(name) === null) await operators.add(name, role, pin, BY_MACHINE, true);
  }
}
