import type { Signers } from '../../calls/signers-context.ts';
import { useView } from '../till-context.ts';

/** Returns the managers who can sign a change of the keys: those of production, also while the till is in training. */
export function useKeySigners(): Pick<Signers, 'managers' | 'likelyId'> {
  const { keyManagers, operator } = useView();
  return { managers: keyManagers, likelyId: operator?.id ?? null };
}
