import type { Charge } from '../../../shared/domain/charge/charge.ts';
import type { By } from '../../../shared/domain/ledger-event/by.ts';
import { centavos, isCentavos } from '../../../shared/domain/money/centavos.ts';
import { ACTORS } from '../../../shared/domain/people/actors.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { GatewayWallet } from '../gateway/port.ts';
import type { Till } from '../till/till.ts';

/** A charge as a window or a program asks for it. The amount is in centavos and not checked yet. */
export interface ChargeOrder {
  readonly requestId: string;
  readonly amount: number;
  readonly wallet?: string | undefined;
  readonly pixDictKey?: string | null | undefined;
  readonly reference?: string | undefined;
  readonly description?: string | undefined;
}

/** Why a charge was not created. */
export interface PlaceError {
  readonly code:
    | 'invalid-amount'
    | 'above-limit'
    | 'below-minimum'
    | 'unknown-wallet'
    | 'unsettled-charge'
    | 'request-id-reused'
    | 'keys-unconfirmed'
    | 'storage-failed';
  /** The unsettled charge, or the charge that used the request id. */
  readonly chargeId?: string;
  /** The minimum or the limit, centavos. */
  readonly limit?: number;
}

/**
 * Checks an order against the till's limits and wallets and creates the charge in the open shift. If no shift is open, the
 * shop's software opens its own, only for a valid order. For a repeated request, returns the charge of the first one with
 * `fresh` false.
 */
export function placeCharge(
  till: Till,
  by: By,
  order: ChargeOrder,
): Result<{ charge: Charge; fresh: boolean }, PlaceError> {
  const { amount } = order;
  const settings = till.settings.get();
  const before = till.ledger.charges.byRequestId(order.requestId);
  // A repeated request gets the same answer, even if its wallet was removed since.
  if (before !== null) return repeated(before, order);
  if (till.keys.unconfirmed() !== null) return err({ code: 'keys-unconfirmed' });
  if (!isCentavos(amount) || amount === 0) return err({ code: 'invalid-amount' });
  if (amount > settings.maxAmount) return err({ code: 'above-limit', limit: settings.maxAmount });
  const wallet = walletFor(till, order);
  if (wallet === null) return err({ code: 'unknown-wallet' });
  if (amount < wallet.minimum) return err({ code: 'below-minimum', limit: wallet.minimum });
  const created = till.service.create(
    {
      requestId: order.requestId,
      amount,
      wallet: wallet.wallet,
      pixDictKey: wallet.pixDictKey,
      reference: order.reference ?? null,
      description: order.description ?? null,
      store: settings.shopName,
      till: settings.tillName,
      shiftId: shiftFor(till, by),
      zone: settings.zone,
      timeLimitMs: settings.timeLimitMs,
      // Only Pix orders can have their own lifetime (gateway protocol, section 3.1).
      family: wallet.wallet === 'pix' ? settings.family : 'order',
    },
    by,
  );
  return created.ok ? ok({ charge: created.value, fresh: true }) : created;
}

/** Returns the id of the shift that a charge joins. Throws if a person charges without a shift, because the person is signed in. */
function shiftFor(till: Till, by: By): string {
  const shift = till.shifts.open();
  if (shift !== null) return shift.id;
  if (by.actor !== ACTORS.api) throw new Error('a person is signed in without a shift');
  const begun = till.shifts.begin(by);
  if (!begun.ok) throw new Error(`the API cannot open a shift: ${begun.error}`);
  return begun.value.id;
}

type Account = Pick<GatewayWallet, 'wallet' | 'pixDictKey' | 'minimum'>;

/**
 * Returns the wallet of the order, or the default of the till. Null if the till does not have it. Before the first answer of the
 * gateway the wallets are unknown: then any wallet is accepted, and the gateway decides when the charge is sent.
 */
function walletFor(till: Till, order: ChargeOrder): Account | null {
  const key = order.pixDictKey ?? null;
  if (till.wallets.all().length === 0)
    return { wallet: order.wallet ?? 'pix', pixDictKey: key, minimum: centavos(0) };
  if (order.wallet !== undefined) return till.wallets.find(order.wallet, key);
  return till.wallets.usual(till.settings.get().defaultWallet);
}

function repeated(
  before: Charge,
  order: ChargeOrder,
): Result<{ charge: Charge; fresh: boolean }, PlaceError> {
  const same =
    before.amount === order.amount &&
    (order.wallet === undefined || before.wallet === order.wallet) &&
    before.reference === (order.reference ?? null) &&
    before.description === (order.description ?? null);
  return same
    ? ok({ charge: before, fresh: false })
    : err({ code: 'request-id-reused', chargeId: before.id });
}
