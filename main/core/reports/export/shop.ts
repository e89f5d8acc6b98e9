import type { Database } from 'better-sqlite3';
import { createNames, type Names } from '../../directory/names.ts';
import { readSettings } from '../../directory/shop/settings.ts';
import { readWallets } from '../../directory/shop/wallets.ts';

/** The names that a report has in place of the ids of the ledger. */
export interface Shop {
  readonly name: string;
  readonly till: string;
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
    zone,
    names: createNames(
      (id) => persons.get(id) ?? null,
      () => wallets,
    ),
  };
}
