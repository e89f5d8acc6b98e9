import type { By } from '../../../shared/domain/ledger-event/by.ts';
import { isForManager } from '../../../shared/domain/notice/notice-code.ts';
import { isTaxDocument } from '../../../shared/domain/tax-document/tax-document.ts';
import { centavos, type Centavos } from '../../../shared/domain/money/centavos.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { MINUTE } from '../../../shared/kernel/time.ts';
import type { WalletAccount } from '../directory/shop/wallets.ts';
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

/**
 * Stores how the till charges, for later charges. Refuses an invalid CPF or CNPJ, `ownExpiry` without one, and a wallet that
 * the till does not have.
 */
export function configure(
  till: Till,
  by: By,
  input: {
    readonly timeLimitMinutes: number;
    readonly ownExpiry: boolean;
    readonly shopDocument: string | null;
    /** In centavos; null for no limit. Absent: the limits stay. */
    readonly refundLimits?: { readonly each: number | null; readonly day: number | null } | undefined;
    /** Null: the till does not lock by itself. Absent: the setting stays. */
    readonly autoLockMinutes?: number | null | undefined;
    /** Null: the store's default. Absent: the setting stays. */
    readonly defaultWallet?: WalletAccount | null | undefined;
  },
): Result<void, 'bad-document' | 'unknown-wallet'> {
  const { shopDocument, ownExpiry, refundLimits, autoLockMinutes, defaultWallet } = input;
  if (shopDocument === null ? ownExpiry : !isTaxDocument(shopDocument)) return err('bad-document');
  if (defaultWallet != null && till.wallets.find(defaultWallet.wallet, defaultWallet.pixDictKey) === null)
    return err('unknown-wallet');
  const timeLimitMs = input.timeLimitMinutes * MINUTE;
  const limits =
    refundLimits === undefined
      ? {}
      : { refundLimit: limitOf(refundLimits.each), refundDayLimit: limitOf(refundLimits.day) };
  const lock = autoLockMinutes === undefined ? {} : { autoLockMinutes };
  // The parts have one order, so that equal accounts are equal text.
  const wallet =
    defaultWallet === undefined
      ? {}
      : { defaultWallet: defaultWallet === null ? null : orderedAccount(defaultWallet) };
  const family = ownExpiry ? 'orderv' : 'order';
  till.settings.set({ timeLimitMs, family, shopDocument, ...limits, ...lock, ...wallet }, by);
  till.touch();
  return ok(undefined);
}

function orderedAccount({ pixDictKey, wallet }: WalletAccount): WalletAccount {
  return { pixDictKey, wallet };
}

function limitOf(limit: number | null): Centavos | null {
  return limit === null ? null : centavos(limit);
}

/**
 * Removes a notice that was read. Writes no event. Refuses a notice that only a manager may remove. The notice of a locked PIN
 * goes only when a manager lifts the lock.
 */
export function dismissNotice(till: Till, id: string): Result<void, 'not-found' | 'manager-needed'> {
  if (till.notices.all().some((notice) => notice.id === id && isForManager(notice.code)))
    return err('manager-needed');
  if (id === 'pin-locked' || !till.notices.dismiss(id)) return err('not-found');
  till.touch();
  return ok(undefined);
}

/**
 * Removes a notice in the name of a manager and records it. The notice of keys that changed outside is also the question
 * whether they are right: this confirms them, and the charges that waited for it are sent.
 */
export function signNotice(till: Till, by: By, id: string): Result<void, 'not-found'> {
  const notice = till.notices.all().find((each) => each.id === id);
  if (notice === undefined || !isForManager(notice.code)) return err('not-found');
  const { code, detail } = notice;
  if (code === 'keys-changed-outside') till.keys.confirm(by);
  else till.ledger.record('notice-signed', { code, detail }, by);
  till.notices.dismiss(id);
  till.touch();
  return ok(undefined);
}
