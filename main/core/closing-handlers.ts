import type { closing } from '../../shared/contract/closing.ts';
import type { Handlers } from '../../shared/rpc/server.ts';

type ClosingHandlers = Pick<Handlers, keyof typeof closing>;

/** Closings, the diary and backups for the manager's screens. Nobody is let in while no manager can sign in to them. */
export function createClosingHandlers(): ClosingHandlers {
  const refused = () =>
    ({ ok: false, error: { code: 'manager-needed', message: 'manager-needed' } }) as const;
  return {
    'closing/list': refused,
    'closing/get': refused,
    'closing/print-again': refused,
    'diary/list': refused,
    'backup/list': refused,
    'backup/now': refused,
    'backup/restore': refused,
  };
}
