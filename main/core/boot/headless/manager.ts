import { VIA_COMMAND_LINE } from '../../../../shared/domain/ledger-event/by.ts';
import { ACTORS } from '../../../../shared/domain/people/actors.ts';
import type { PinProblem } from '../../../../shared/domain/people/choose-pin.ts';
import type { Logger } from '../../../../shared/kernel/logger.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { recoverHeadless } from '../../commands/change-people.ts';
import { addFirstManager } from '../../commands/people.ts';
import { confirmKeys } from '../../commands/keys.ts';
import type { Till } from '../../till/till.ts';

/** The name of the manager of the PIN file. */
const MANAGER = 'Gerente';

/**
 * Adds the manager of the PIN file, once. Later changes of the file have an effect only with `recover`, which gives the manager
 * the PIN of the file. Refuses a PIN that a manager cannot choose.
 */
export async function addManager(
  till: Till,
  { pin, recover }: { readonly pin: string; readonly recover: boolean },
  logger: Logger,
): Promise<Result<void, PinProblem | 'unknown-operator'>> {
  const by = { actor: ACTORS.headless, via: VIA_COMMAND_LINE };
  const added = await addFirstManager(till, by, { name: MANAGER, pin });
  if (added.ok) return ok(undefined);
  if (added.error !== 'has-manager') return err(added.error);
  if (recover) return recoverHeadless(till, by, { name: MANAGER, pin });
  logger.info('manager-pin-file-not-used', { reason: 'there is a manager already' });
  return ok(undefined);
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
  const signature = { managerId: till.operators.byName(MANAGER)?.id, pin: pin ?? '' };
  const confirmed = pin !== null && (await confirmKeys(till, VIA_COMMAND_LINE, signature)).ok;
  if (confirmed) return;
  complain(
    pin === null
      ? 'As chaves não são as que este caixa conhece. Nenhuma cobrança é feita até um gerente conferir: comece com --confirm-keys e --manager-pin-file ARQUIVO.'
      : 'As chaves não foram conferidas: o PIN de --manager-pin-file não é de um gerente deste caixa.',
  );
}
