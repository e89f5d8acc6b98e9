import { ACTOR_NAMES, isActor } from '../../../shared/domain/people/actors.ts';
import type { GatewayWallet } from '../gateway/port.ts';

/** The names that people read in the place of ids, as they are now. An id without a name stays as it is. */
export interface Names {
  /** A person's name, or what is read for an actor that is no person. */
  person(id: string): string;
  /** The same for a person of this till alone; null for anyone else. */
  knownPerson(id: string): string | null;
  /** One account. Accounts that share a label differ by the shop's own nickname for them. */
  wallet(wallet: string, pixDictKey: string | null): string;
  /** All accounts of a wallet together, without a nickname. */
  allOf(wallet: string): string;
}

/** Names from what the till knows: `nameOf` gives null for an unknown person. */
export function createNames(
  nameOf: (personId: string) => string | null,
  wallets: () => readonly GatewayWallet[],
): Names {
  const allOf = (wallet: string): string =>
    wallets().find((account) => account.wallet === wallet)?.label ?? wallet;
  return {
    person: (id) => (isActor(id) ? ACTOR_NAMES[id] : (nameOf(id) ?? id)),
    knownPerson: nameOf,
    // An account that is not listed any more is not called by another account's nickname.
    wallet: (wallet, key) =>
      wallets().find((account) => account.wallet === wallet && account.pixDictKey === key)?.name ??
      allOf(wallet),
    allOf,
  };
}
