import type { programs } from '../../../shared/contract/programs.ts';
import { addProgram, revokeProgram } from '../commands/programs.ts';
import type { Core } from '../till/core.ts';
import { explain, refuse } from './failure-reply.ts';
import type { Uses } from './pipeline.ts';

/** Creates the methods for the programs that may use the local API. */
export function createProgramUses(core: Core): Pick<Uses, keyof typeof programs> {
  return {
    'program/list': () => ({
      ok: true,
      value: { items: core.programs.all().map(({ id, name, createdAt }) => ({ id, name, createdAt })) },
    }),
    'program/add': async ({ name, managerId, managerPin }, { by }) => {
      const added = await addProgram(core, by.via, { name, signature: { managerId, pin: managerPin } });
      if (added.ok) return added;
      return 'detail' in added.error ? explain(added.error.code, added.error.detail) : refuse(added.error);
    },
    'program/revoke': async ({ id, managerId, managerPin }, { by }) => {
      const revoked = await revokeProgram(core, by.via, { id, signature: { managerId, pin: managerPin } });
      if (revoked.ok) return { ok: true, value: { done: true } };
      const { error } = revoked;
      return 'detail' in error ? explain(error.code, error.detail) : refuse(error);
    },
  };
}
