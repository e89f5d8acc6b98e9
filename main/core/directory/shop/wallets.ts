import { z } from 'zod';
import type { Database } from 'better-sqlite3';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import { createSettingWrite, readSetting } from '../../ledger/setting-rows.ts';
import type { GatewayWallet } from '../../gateway/port.ts';

/** A wallet, or one of its accounts. */
export interface WalletAccount {
  readonly wallet: string;
  readonly pixDictKey: string | null;
}

/** The wallets of this till as the gateway last listed them, kept so that a start without a connection knows them. */
export interface WalletCache {
  all(): readonly GatewayWallet[];
  replace(wallets: readonly GatewayWallet[]): void;
  find(wallet: string, pixDictKey: string | null): GatewayWallet | null;
  /** The account of a charge that names none: the till's default, else the store's default, else Pix, else the first. */
  usual(own: WalletAccount | null): GatewayWallet | null;
}

const Stored = z.array(
  z
    .object({
      wallet: z.string(),
      /** Older versions kept the name alone. */
      label: z.string().optional(),
      name: z.string(),
      minimum: z.int().min(0).transform(centavos),
      pixDictKey: z.string().nullable(),
      pixPsp: z.string().nullable(),
      isDefault: z.boolean(),
    })
    .transform((account) => ({ ...account, label: account.label ?? account.name })),
);

const KEY = 'walletsLastListed';

/** The wallets as the gateway last listed them, from a ledger. None when there is no list, or when it cannot be read. */
export function readWallets(db: Database): readonly GatewayWallet[] {
  const stored = Stored.safeParse(readSetting(db, KEY));
  return stored.success ? stored.data : [];
}

export function createWalletCache(db: Database): WalletCache {
  const write = createSettingWrite(db);
  let wallets = readWallets(db);

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
      if (JSON.stringify(next) === JSON.stringify(wallets)) return;
      write(KEY, next);
      wallets = next;
    },
    find,
    usual(own) {
      const wanted = own === null ? null : find(own.wallet, own.pixDictKey);
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
