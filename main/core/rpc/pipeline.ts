import {
  contract,
  type Input,
  type MethodName,
  type Output,
  type OwnError,
} from '../../../shared/contract/index.ts';
import type { MethodSpec, Reply } from '../../../shared/contract/define.ts';
import { byWindow, type By, type Via } from '../../../shared/domain/ledger-event/by.ts';
import type { Handlers } from '../../../shared/rpc/server.ts';
import { storageErrorCode } from '../ledger/storage-error.ts';
import type { Core } from '../till/core.ts';
import type { Till } from '../till/till.ts';
import { meetNeeds, type Signed } from './meet-needs.ts';
import type { ManagerDesk } from './manager-desk.ts';
import { fail, refuse } from './failure-reply.ts';

/** What a method gets besides its input. */
export interface Call {
  /** The till that was open when the call came. */
  readonly till: Till;
  /**
   * Who calls, for the ledger. The actor is the person who met the last need. Without needs, it is the person who is signed in, or
   * the actor `window`.
   */
  readonly by: By & { readonly via: Via };
}

/** One function per method of the contract. Its needs are met before it runs, so it returns only its own errors. */
export type Uses = {
  readonly [M in MethodName]: (
    input: Input<M>,
    call: Call,
  ) => Promise<Reply<Output<M>, OwnError<M>>> | Reply<Output<M>, OwnError<M>>;
};

/**
 * The checks that run before the PIN of a signature is checked. Each returns why the call is refused, or null. If an act is
 * impossible, its PIN is not checked, so a wrong PIN starts no wait.
 */
export type EarlyRefusals = {
  readonly [M in MethodName]?: (input: Input<M>, till: Till) => OwnError<M> | null;
};

type EarlyRefusal = (input: unknown, till: Till) => string | null;

type Use = (input: unknown, call: Call) => Promise<Reply<unknown>> | Reply<unknown>;

/**
 * Creates the handlers of a port. Refuses a call while the till changes for another one or is locked, then checks its needs, then
 * runs it.
 * If the disk does not accept a write, returns `storage-failed` for a method that has this error. For another method it is a
 * bug and throws.
 */
export function createPipeline(core: Core, desk: ManagerDesk, uses: Uses, early: EarlyRefusals): Handlers {
  const handlers = Object.entries(uses).map(([name, use]) => {
    const spec: MethodSpec = contract[name as MethodName];
    const refusal = (early[name as MethodName] ?? (() => null)) as EarlyRefusal;
    return [name, (input: unknown) => answer(core, desk, { spec, use: use as Use, refusal }, input)];
  });
  return Object.fromEntries(handlers) as Handlers;
}

async function answer(
  core: Core,
  desk: ManagerDesk,
  { spec, use, refusal }: { readonly spec: MethodSpec; readonly use: Use; readonly refusal: EarlyRefusal },
  input: unknown,
): Promise<Reply<unknown>> {
  // A charge that is created now would be in the ledger of the closing till.
  if (!core.atWork() && !spec.whileChanging) return fail('core-restarted');
  const till = core.till();
  const isLocked = (): boolean => !spec.whileLocked && till.shifts.lockedSince() !== null;
  if (isLocked()) return fail('till-locked');
  try {
    const met = await meetNeeds(spec.needs, input as Signed, till, desk, () => refusal(input, till));
    if (!met.ok) return refuse(met.error);
    // The check of a PIN takes time, in which the till may have changed for another one, or was locked.
    if (core.till() !== till && !spec.whileChanging) return fail('core-restarted');
    if (isLocked()) return fail('till-locked');
    return await use(input, { till, by: byWindow(met.value) });
  } catch (error) {
    if (!spec.errors.includes('storage-failed') || storageErrorCode(error) === null) throw error;
    core.till().storageFailed(error);
    return fail('storage-failed');
  }
}
