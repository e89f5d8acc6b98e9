import type { MethodName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../../../shared/rpc/server.ts';
import type { Core } from '../till/core.ts';
import { fail } from './words.ts';

type Handler = (input: never) => ReturnType<Handlers[MethodName]>;

/** What main asks about the change itself. */
const ALWAYS: readonly string[] = ['gateway/use', 'gateway/test'] satisfies MethodName[];

/** The same handlers, refused while the till changes for another one: a charge that was begun then would stay behind. */
export function whileAtWork(core: Pick<Core, 'atWork'>, handlers: Handlers): Handlers {
  const kept = Object.entries(handlers).map(([name, handler]) => {
    if (ALWAYS.includes(name)) return [name, handler];
    const here: Handler = (input) =>
      core.atWork() ? (handler as Handler)(input) : fail('core-restarted' as never);
    return [name, here];
  });
  return Object.fromEntries(kept) as Handlers;
}
