import type { Database } from 'better-sqlite3';
import type { TillIdentity } from '../../../../shared/domain/till/identity.ts';
import { createNames, type Names } from '../../directory/names.ts';
import { readSettings } from '../../directory/shop/settings.ts';
import { readWallets } from '../../directory/shop/wallets.ts';
import { readIdentity } from '../../ledger/identity.ts';

/** The names that a report has in place of the ids of the ledger. */
export interface Shop {
  readonly name: string;
  readonly till: string;
  /** The ids of till and store. Null if no program with identities has opened the ledger. */
  readonly identity: TillIdentity | null;
  /** The IANA zone of the store, for days and times. */
  readonly zone: string;
  readonly names: Names;
}

/** Reads the present names. */
export function readShop(db: Database): Shop {
  const { shopName, tillName, zone } = readSettings({ db });
  const people = db.prepare<[], { id: string; name: string }>('SELECT id, name FROM operator').all();
  const persons = new Map(people.map(({ id, name }) => [id, name]));
  const wallets = readWallets(db);
  return {
    name: shopName,
    till: tillName,
    identity: readIdentity(db),
    zone,
    names: createNames(
      (id) => persons.get(id) ?? null,
      () => wallets,
    ),
  };
}
