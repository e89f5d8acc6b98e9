import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Till } from '../till/till.ts';

/** Stores the wallet account that the next charge starts with. If it is the present one, changes nothing. */
export function chooseWallet(
  till: Till,
  { wallet, pixDictKey }: { readonly wallet: string; readonly pixDictKey: string | null },
  actor: string,
): Result<void, 'unknown-wallet'> {
  if (till.wallets.find(wallet, pixDictKey) === null) return err('unknown-wallet');
  const { chosenWallet, chosenPixKey } = till.settings.get();
  if (wallet === chosenWallet && pixDictKey === chosenPixKey) return ok(undefined);
  till.settings.chooseWallet(wallet, pixDictKey, actor);
  till.touch();
  return ok(undefined);
}
