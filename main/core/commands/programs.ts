import type { Via } from '../../../shared/domain/ledger-event/by.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { askManager, type Signature, type SignatureError } from '../directory/people/ask-manager.ts';
import type { Core } from '../till/core.ts';
import type { Till } from '../till/till.ts';

/** What a part of the core must offer to change the tokens. */
type ProgramsCore = Pick<Core, 'till' | 'production' | 'programs' | 'alone'>;
type SignError = SignatureError | { readonly code: 'storage-failed'; readonly detail: string };

/** Makes a token for a program and records that in the diary. Returns the token, which is stored nowhere. */
export function addProgram(
  core: ProgramsCore,
  via: Via,
  { name, signature }: { readonly name: string; readonly signature: Signature },
): Promise<
  Result<
    { readonly id: string; readonly token: string },
    SignError | { readonly code: 'program-name-taken' | 'too-many-programs' }
  >
> {
  return signed(core, via, signature, ({ ledger }, actor) => {
    const created = core.programs.create(name);
    if (!created.ok) return err({ code: created.error });
    const { id, token } = created.value;
    try {
      ledger.record('program-added', { id, name }, { actor, via });
    } catch (error) {
      core.programs.revoke(id);
      throw error;
    }
    return ok({ id, token });
  });
}

/** Ends the token of a program. With null, replaces the first token. Records that in the diary before the change. */
export function revokeProgram(
  core: ProgramsCore,
  via: Via,
  { id, signature }: { readonly id: string | null; readonly signature: Signature },
): Promise<Result<void, SignError | { readonly code: 'not-found' }>> {
  return signed(core, via, signature, ({ ledger }, actor) => {
    const program = core.programs.all().find((each) => each.id === id);
    if (program === undefined) return err({ code: 'not-found' });
    ledger.record('program-revoked', { id, name: program.name }, { actor, via });
    core.programs.revoke(id);
    return ok(undefined);
  });
}

/**
 * Runs `act` with the books whose manager has signed. If production has books, they are production's, also while the till is in
 * training, because the PINs of training are public and a token opens both.
 */
function signed<T, E>(
  core: ProgramsCore,
  via: Via,
  signature: Signature,
  act: (books: Pick<Till, 'ledger'>, actor: string) => Result<T, E>,
): Promise<Result<T, E | SignError>> {
  return core.alone(async () => {
    const { ledger, operators } = core.till();
    const books = core.production.exists()
      ? core.production.open()
      : ok({ ledger, operators, close: () => undefined });
    if (!books.ok) return err({ code: 'storage-failed', detail: books.error });
    try {
      const asked = await askManager(books.value.operators, 'configure', signature, via);
      if (!asked.ok) return asked;
      const done = act(books.value, asked.value);
      core.till().touch();
      return done;
    } finally {
      books.value.close();
    }
  });
}
