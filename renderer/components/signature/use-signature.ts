import { useState } from 'react';
import type { Signer, Signers } from '../../calls/signers-context.ts';

/** Digits of the shortest PIN that a person can have. */
export const SHORTEST_TYPED_PIN = 4;

/** Who signs, and the PIN, while they are typed. */
export interface SignatureDraft {
  /** The managers to choose from. */
  readonly managers: readonly Signer[];
  /** The chosen manager. Null if the managers are not known: then the core knows who must sign. */
  readonly chosen: Signer | null;
  readonly pin: string;
  /** The manager for a call. Empty if there is no choice to make. */
  readonly named: { readonly managerId?: string };
  readonly isReady: boolean;
  choose(id: string): void;
  setPin(pin: string): void;
  /** Forgets the PIN, which is sent once. */
  clear(): void;
}

/**
 * Returns who signs and the PIN as state. The manager who is at the till or at the screens is chosen at first, else the first of
 * the list. With one manager there is nothing to choose.
 */
export function useSignature({ managers, likelyId }: Pick<Signers, 'managers' | 'likelyId'>): SignatureDraft {
  const [id, choose] = useState<string | null>(null);
  const [pin, setPin] = useState('');
  const byId = (wanted: string | null): Signer | undefined => managers.find((each) => each.id === wanted);
  const chosen = byId(id) ?? byId(likelyId) ?? managers[0] ?? null;
  return {
    managers,
    chosen,
    pin,
    named: chosen === null || managers.length < 2 ? {} : { managerId: chosen.id },
    isReady: pin.length >= SHORTEST_TYPED_PIN,
    choose,
    setPin,
    clear: () => setPin(''),
  };
}
