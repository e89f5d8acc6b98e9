import type { mainPort } from '../../../shared/contract/main-port.ts';
import { changeKeys, checkAddress, testKeys } from '../commands/keys.ts';
import { whatRemains } from '../commands/what-remains.ts';
import type { Core } from '../till/core.ts';
import type { Uses } from './pipeline.ts';
import { explain, refuse } from './failure-reply.ts';

/** Creates the methods for Electron's main process. A change of the credentials needs the PIN of a manager of production. */
export function createMainUses(core: Core): Pick<Uses, keyof typeof mainPort> {
  return {
    'gateway/test': async (credentials) => {
      const tested = await testKeys(core, credentials);
      return tested.ok ? tested : explain(tested.error.code, tested.error.detail);
    },
    'gateway/check-address': async ({ address, managerId, managerPin: pin }, { by }) => {
      const checked = await checkAddress(core, by.via, address, { managerId, pin });
      if (checked.ok) return { ok: true, value: { baseUrl: checked.value } };
      const { error } = checked;
      return 'detail' in error ? explain(error.code, error.detail) : refuse(error);
    },
    'gateway/use': async ({ credentials, managerId, managerPin: pin }, { by }) => {
      const changed = await changeKeys(core, by.via, { credentials, signature: { managerId, pin } });
      if (changed.ok) return { ok: true, value: { mode: changed.value } };
      const { error } = changed;
      return 'detail' in error ? explain(error.code, error.detail) : refuse(error);
    },
    'till/quit-check': (_input, { till }) => {
      const { waiting, cancelling, shift } = whatRemains(till);
      return {
        ok: true,
        value: {
          waitsForOperator: waiting !== null,
          cancelling: cancelling.length,
          openShift: shift === null ? null : { operator: till.operators.nameOf(shift.operatorId) },
        },
      };
    },
  };
}
