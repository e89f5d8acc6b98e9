import type { Database } from 'better-sqlite3';
import { readSettings } from '../../directory/settings.ts';
import { readStored } from '../../directory/stored-json.ts';

/** What a report says by name where the ledger has an id. */
export interface Shop {
  readonly name: string;
  readonly till: string;
  /** IANA zone: the day and the hour of a sale are the store's. */
  readonly zone: string;
  operator(id: string): string;
  wallet(wallet: string, pixDictKey: string | null): string;
}

/** Reads the names in use now. A person or wallet that is not known any more keeps its id. */
export function readShop(db: Database): Shop {
  const { shopName, tillName, zone } = readSettings({ db });
  const people = db.prepare<[], { id: string; name: string }>('SELECT id, name FROM operator').all();
  const operators = new Map(people.map(({ id, name }) => [id, name]));
  const wallets = readWallets(db);
  return {
    name: shopName,
    till: tillName,
    zone,
    operator: (id) => operators.get(id) ?? id,
    wallet: (wallet, key) => wallets.get(keyOf(wallet, key)) ?? wallets.get(keyOf(wallet, null)) ?? wallet,
  };
}

/** The wallets as the gateway last listed them. */
function readWallets(db: Database): ReadonlyMap<string, string> {
  const row = db
    .prepare<[], { value: string }>("SELECT value FROM setting WHERE key = 'walletsLastListed'")
    .get();
  const listed: unknown = row === undefined ? [] : readStored(row.value);
  const names = new Map<string, string>();
  for (const each of Array.isArray(listed) ? (listed as unknown[]) : []) {
    if (typeof each !== 'object' || each === null) continue;
    const { wallet, name, pixDictKey } = each as Readonly<Record<string, unknown>>;
    if (typeof wallet !== 'string' || typeof name !== 'string') continue;
    const key = typeof pixDictKey === 'string' ? pixDictKey : null;
    names.set(keyOf(wallet, key), name);
    if (!names.has(keyOf(wallet, null))) names.set(keyOf(wallet, null), name);
  }
  return names;
}

const keyOf = (wallet: string, key: string | null): string => `${wallet}\n${key ?? ''}`;
