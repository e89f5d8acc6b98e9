import type { mainPort } from '../../../shared/contract/main-port.ts';
import type { Core } from '../till/core.ts';
import type { Uses } from './pipeline.ts';

/** What main asks of the core. A change of the keys asks for the PIN of a manager of production, whatever till is at work. */
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
          waitsForOperator: till.ledger.charges.waiting(till.settings.get().tillName) !== null,
          cancelling: unresolved.filter(({ status }) => status === 'cancelling').length,
        },
      };
    },
  };
}
