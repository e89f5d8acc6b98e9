import type { MethodSpec } from '../../../shared/contract/define.ts';
import { contract, type MethodName } from '../../../shared/contract/index.ts';

/** A method whose needs are forgotten. No story can show it, because the actors of a story do not call through a port. */
export interface PermissionMutation {
  readonly name: string;
  readonly forgets: MethodName;
}

/** Permissions that a contract can forget. */
export const PERMISSION_MUTANTS: readonly PermissionMutation[] = [
  { name: 'refund without a PIN and without a person', forgets: 'charge/refund' },
];

/**
 * Plays every call that a port must refuse, while the contract does not have the needs of one method. Returns the first call
 * that is not refused, or null if all are.
 */
export async function playWithoutNeeds(forgets: MethodName): Promise<string | null> {
  // Loaded only here: a worker that plays stories needs no core with files and servers.
  const { openUnmetShops, unmetCalls } = await import('../../support/rpc/unmet-needs.ts');
  const methods = contract as Record<MethodName, MethodSpec>;
  const real = methods[forgets];
  const shops = await openUnmetShops();
  methods[forgets] = { ...real, needs: {} };
  try {
    for (const call of unmetCalls()) {
      const wrong = await shops.play(call);
      if (wrong !== null) return wrong;
    }
    return null;
  } finally {
    methods[forgets] = real;
    await shops.stop();
  }
}
