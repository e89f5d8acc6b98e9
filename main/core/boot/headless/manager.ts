import { ACTORS } from '../../../../shared/domain/people/actors.ts';
import type { Logger } from '../../../../shared/kernel/logger.ts';
import type { Till } from '../../till/till.ts';

/** The name of whoever holds the PIN of the PIN file. */
const MANAGER = 'Gerente';

/** Adds the manager whose PIN stands in the PIN file, once: later the file changes nothing. */
export async function addManager(till: Till, pin: string, logger: Logger): Promise<void> {
  const { operators } = till;
  // In training Marta is a manager already, with a PIN that everybody knows.
  const isTaken =
    operators.byName(MANAGER) !== null ||
    (till.identity.mode === 'production' && operators.all().some(({ role }) => role === 'manager'));
  if (isTaken) {
    logger.info('manager-pin-file-not-used', { reason: 'there is a manager already' });
    return;
  }
  await operators.add(MANAGER, 'manager', pin, ACTORS.headless);
}
