import { contract, type MethodName } from '../../../shared/contract/index.ts';
import type { Reply } from '../../../shared/contract/define.ts';
import type { Handlers } from '../../../shared/rpc/server.ts';
import { storageErrorCode } from '../ledger/storage-error.ts';

type Handler = (input: never) => Promise<Reply<unknown>> | Reply<unknown>;

/**
 * The same handlers, where a disk that takes nothing is an answer, `storage-failed`, of every method that names it. A
 * full disk is no bug, and whoever signs in or closes the shift must be told what to do about it.
 */
export function answerStorageTrouble(handlers: Handlers, told: (error: unknown) => void): Handlers {
  const guarded = Object.entries(handlers).map(([name, handler]) => [
    name,
    guard(name, handler as Handler, told),
  ]);
  return Object.fromEntries(guarded) as Handlers;
}

function guard(name: string, handler: Handler, told: (error: unknown) => void): Handler {
  const errors: readonly string[] = contract[name as MethodName].errors;
  if (!errors.includes('storage-failed')) return handler;
  return async (input) => {
    try {
      return await handler(input);
    } catch (error) {
      if (storageErrorCode(error) === null) throw error;
      told(error);
      return { ok: false, error: { code: 'storage-failed' as never, message: 'storage-failed' } };
    }
  };
}
