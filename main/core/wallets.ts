import { z } from 'zod';
import type { Database } from 'better-sqlite3';
import { centavos } from '../../shared/domain/money/centavos.ts';
import { readStored } from './directory/stored-json.ts';
import type { GatewayWallet } from './gateway/port.ts';

/** The wallets of this till as the gateway last listed them, kept so that a start without a connection knows them. */
export interface WalletCache {
  all(): readonly GatewayWallet[];
  replace(wallets: readonly GatewayWallet[]): void;
  find(wallet: string, pixDictKey: string | null): GatewayWallet | null;
  /** The one that a charge gets when none is named: the till's choice, else the store's default, else Pix, else the first. */
  chosen(wallet: string | null, pixDictKey: string | null): GatewayWallet | null;
}

const Stored = z.array(
  z.object({
    wallet: z.string(),
    name: z.string(),
    minimum: z.int().min(0).transform(centavos),
    pixDictKey: z.string().nullable(),
    pixPsp: z.string().nullable(),
    isDefault: z.boolean(),
  }),
);

const KEY = 'walletsLastListed';

export function createWalletCache(db: Database): WalletCache {
  const get = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE key = ?');
  const put = db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const row = get.get(KEY);
  const stored = row === undefined ? null : Stored.safeParse(readStored(row.value));
  let wallets: readonly GatewayWallet[] = stored?.success === true ? stored.data : [];

  const find = (wallet: string, key: string | null): GatewayWallet | null =>
    wallets.find((each) => each.wallet === wallet && each.pixDictKey === key) ??
    (key === null
      ? (wallets.find((each) => each.wallet === wallet && each.isDefault) ??
        wallets.find((each) => each.wallet === wallet))
      : undefined) ??
    null;

  return {
    all: () => wallets,
    replace(next) {
      const text = JSON.stringify(next);
      if (text === JSON.stringify(wallets)) return;
      put.run(KEY, text);
      wallets = next;
    },
    find,
    chosen(wallet, key) {
      const wanted = wallet === null ? null : find(wallet, key);
      return (
        wanted ??
        wallets.find(({ isDefault }) => isDefault) ??
        wallets.find((each) => each.wallet === 'pix') ??
        wallets[0] ??
        null
      );
    },
  };
}
