import type { mainPort } from '../../../shared/contract/main-port.ts';
import type { Core } from '../till/core.ts';
import type { Uses } from './pipeline.ts';

/** Creates the methods for Electron's main process. A change of the credentials needs the PIN of a manager of production. */
export function createMainUses(
  core: Pick<Core, 'testCredentials' | 'useCredentials'>,
): Pick<Uses, keyof typeof mainPort> {
  return {
    'gateway/test': (credentials) => core.testCredentials(credentials),
    'gateway/use': ({ credentials, managerPin }) => core.useCredentials(credentials, managerPin),
    'till/quit-check': (_input, { till }) => {
      const unresolved = till.ledger.charges.unresolved();
      return {
        ok: true,
        value: {
          waitsForOperator: till.ledger.charges.waiting() !== null,
          cancelling: unresolved.filter(({ status }) => status === 'cancelling').length,
        },
      };
    },
  };
}
