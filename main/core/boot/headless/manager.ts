import { VIA_COMMAND_LINE } from '../../../../shared/domain/ledger-event/by.ts';
import { ACTORS } from '../../../../shared/domain/people/actors.ts';
import type { Logger } from '../../../../shared/kernel/logger.ts';
import { addFirstManager } from '../../commands/people.ts';
import type { Till } from '../../till/till.ts';

/** The name of the manager of the PIN file. */
const MANAGER = 'Gerente';

/** Adds the manager of the PIN file, once. Later changes of the file have no effect. */
export async function addManager(till: Till, pin: string, logger: Logger): Promise<void> {
  const by = { actor: ACTORS.headless, via: VIA_COMMAND_LINE };
  const added = await addFirstManager(till, by, { name: MANAGER, pin });
  if (!added.ok) logger.info('manager-pin-file-not-used', { reason: 'there is a manager already' });
}
