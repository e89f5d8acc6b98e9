import type { By } from '../../../shared/domain/ledger-event/by.ts';
import { isTaxDocument } from '../../../shared/domain/tax-document/tax-document.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { MINUTE } from '../../../shared/kernel/time.ts';
import type { Till } from '../till/till.ts';

/**
 * Stores the names of shop and till, which the customer reads on the screen and on paper, and the zone. The names are labels:
 * charges keep the ones that they were made with.
 */
export function nameShop(
  till: Till,
  by: By,
  {
    shopName,
    tillName,
    zone,
  }: { readonly shopName: string; readonly tillName: string; readonly zone: string },
): void {
  till.settings.set({ shopName, tillName, zone }, by);
  till.touch();
}

/** Stores how the till charges, for later charges. Refuses an invalid CPF or CNPJ, and `ownExpiry` without one. */
export function configure(
  till: Till,
  by: By,
  input: {
    readonly timeLimitMinutes: number;
    readonly ownExpiry: boolean;
    readonly shopDocument: string | null;
  },
): Result<void, 'bad-document'> {
  const { shopDocument, ownExpiry } = input;
  if (shopDocument === null ? ownExpiry : !isTaxDocument(shopDocument)) return err('bad-document');
  const timeLimitMs = input.timeLimitMinutes * MINUTE;
  till.settings.set({ timeLimitMs, family: ownExpiry ? 'orderv' : 'order', shopDocument }, by);
  till.touch();
  return ok(undefined);
}

/** Stores the wallet account that the next charge starts with. If it is the present one, changes nothing. */
export function chooseWallet(
  till: Till,
  by: By,
  { wallet, pixDictKey }: { readonly wallet: string; readonly pixDictKey: string | null },
): Result<void, 'unknown-wallet'> {
  if (till.wallets.find(wallet, pixDictKey) === null) return err('unknown-wallet');
  const { chosenWallet, chosenPixKey } = till.settings.get();
  if (wallet === chosenWallet && pixDictKey === chosenPixKey) return ok(undefined);
  till.settings.chooseWallet(wallet, pixDictKey, by);
  till.touch();
  return ok(undefined);
}

/** Removes a notice that was read. Writes no event. */
export function dismissNotice(till: Till, id: string): Result<void, 'not-found'> {
  if (!till.notices.dismiss(id)) return err('not-found');
  till.touch();
  return ok(undefined);
}
