import { ACTORS } from '../../../../shared/domain/people/actors.ts';
import type { Logger } from '../../../../shared/kernel/logger.ts';
import type { Till } from '../../till/till.ts';

/** The name of the manager of the PIN file. */
const MANAGER = 'Gerente';

/** Adds the manager of the PIN file, once. Later changes of the file have no effect. */
export async function addManager(till: Till, pin: string, logger: Logger): Promise<void> {
  const { operators } = till;
  // In training Marta is already a manager, and her PIN is public.
  const isTaken =
    operators.byName(MANAGER) !== null ||
    (till.identity.mode === 'production' && operators.all().some(({ role }) => role === 'manager'));
  if (isTaken) {
    logger.info('manager-pin-file-not-used', { reason: 'there is a manager already' });
    return;
  }
  await operators.add(MANAGER, 'manager', pin, ACTORS.headless);
}
