import { createContext, useContext } from 'react';

/** A person who can sign an act of managers. */
export interface Signer {
  readonly id: string;
  readonly name: string;
}

/** The managers of the till. `likelyId`: the one who is at the screens or at the till, if one is. */
export interface Signers {
  readonly managers: readonly Signer[];
  readonly likelyId: string | null;
  /** True if people can be changed in the settings, which training does not offer. */
  readonly canChange: boolean;
}

/** The managers who can sign the acts of the screens below. */
export const SignersContext = createContext<Signers>({ managers: [], likelyId: null, canChange: false });

/** Returns the managers who can sign. */
export function useSigners(): Signers {
  return useContext(SignersContext);
}
