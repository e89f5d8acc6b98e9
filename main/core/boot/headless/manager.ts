import { VIA_COMMAND_LINE } from '../../../../shared/domain/ledger-event/by.ts';
import { ACTORS } from '../../../../shared/domain/people/actors.ts';
import type { Logger } from '../../../../shared/kernel/logger.ts';
import { addFirstManager } from '../../commands/people.ts';
import { confirmKeys } from '../../commands/keys.ts';
import type { Till } from '../../till/till.ts';

/** The name of the manager of the PIN file. */
const MANAGER = 'Gerente';

/** Adds the manager of the PIN file, once. Later changes of the file have no effect. */
export async function addManager(till: Till, pin: string, logger: Logger): Promise<void> {
  const by = { actor: ACTORS.headless, via: VIA_COMMAND_LINE };
  const added = await addFirstManager(till, by, { name: MANAGER, pin });
  if (!added.ok) logger.info('manager-pin-file-not-used', { reason: 'there is a manager already' });
}

/**
 * Confirms keys that the ledger does not know, with the PIN of the file. Reports on the error output what to do while they are
 * unconfirmed: the till takes no charge.
 *
 * @param pin the PIN of a manager. Null without `--confirm-keys`.
 */
export async function settleKeys(
  till: Till,
  pin: string | null,
  complain: (line: string) => void,
): Promise<void> {
  if (till.keys.unconfirmed() === null) return;
  const confirmed = pin !== null && (await confirmKeys(till, VIA_COMMAND_LINE, pin)).ok;
  if (confirmed) return;
  complain(
    pin === null
      ? 'As chaves não são as que este caixa conhece. Nenhuma cobrança é feita até um gerente conferir: comece com --confirm-keys e --manager-pin-file ARQUIVO.'
      : 'As chaves não foram conferidas: o PIN de --manager-pin-file não é de um gerente deste caixa.',
  );
}
