import { contract, type MethodName } from '../../shared/contract/index.ts';
import type { Handlers } from '../../shared/rpc/server.ts';
import { MINUTE, type Clock } from '../../shared/kernel/time.ts';
import { fail } from './rpc-words.ts';

/** How long the manager's screens stay open without a call, ms: somebody who walked away. */
const IDLE = 5 * MINUTE;

/** Whether a manager stands at a window. There is one for each window's port, and it ends with the port. */
export interface ManagerDesk {
  open(managerId: string): void;
  leave(): void;
  /** The manager who is there, or null. Asking counts as work. */
  present(): string | null;
}

export function createManagerDesk(clock: () => Clock): ManagerDesk {
  let there: { readonly id: string; usedAt: number } | null = null;
  return {
    open: (id) => void (there = { id, usedAt: clock().monotonic() }),
    leave: () => void (there = null),
    present() {
      const now = clock().monotonic();
      if (there === null || now - there.usedAt > IDLE) there = null;
      else there.usedAt = now;
      return there?.id ?? null;
    },
  };
}

type Handler = (input: never) => ReturnType<Handlers[MethodName]>;

/**
 * The same handlers, where every method that names `manager-needed` is refused unless a manager is there. What needs a
 * manager stands in the contract, and nowhere else.
 */
export function guardManager(handlers: Handlers, desk: ManagerDesk): Handlers {
  const guarded = Object.entries(handlers).map(([name, handler]) => {
    const errors: readonly string[] = contract[name as MethodName].errors;
    if (!errors.includes('manager-needed')) return [name, handler];
    const refuse: Handler = (input) =>
      desk.present() === null ? fail('manager-needed' as never) : (handler as Handler)(input);
    return [name, refuse];
  });
  return Object.fromEntries(guarded) as Handlers;
}
