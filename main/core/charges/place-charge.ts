import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { isCentavos } from '../../../shared/domain/money/centavos.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Till } from '../till.ts';

/** A charge as somebody asks for it: a window, the local API, the terminal. Centavos. */
export interface ChargeOrder {
  readonly requestId: string;
  readonly amount: number;
  readonly wallet?: string | undefined;
  readonly pixDictKey?: string | null | undefined;
  readonly reference?: string | undefined;
  readonly description?: string | undefined;
}

export interface PlaceError {
  readonly code:
    | 'invalid-amount'
    | 'above-limit'
    | 'below-minimum'
    | 'unknown-wallet'
    | 'unsettled-charge'
    | 'request-id-reused'
    | 'storage-failed';
  /** The charge that stands in the way. */
  readonly chargeId?: string;
  /** The minimum or the limit, centavos. */
  readonly limit?: number;
}

/** Checks an order against the till's limits and wallets, and makes the charge. `fresh` is false for a repeated request. */
export function placeCharge(
  till: Till,
  order: ChargeOrder,
  shiftId: string,
  actor: string,
): Result<{ charge: Charge; fresh: boolean }, PlaceError> {
  const { amount } = order;
  const settings = till.settings.get();
  const before = till.ledger.charges.byRequestId(order.requestId);
  // A repeated request is answered as it was, even if its wallet has gone since.
  if (before !== null) return repeated(before, order);
  if (!isCentavos(amount) || amount === 0) return err({ code: 'invalid-amount' });
  if (amount > settings.maxAmount) return err({ code: 'above-limit', limit: settings.maxAmount });
  const wallet =
    order.wallet === undefined
      ? till.wallets.chosen(settings.chosenWallet, settings.chosenPixKey)
      : till.wallets.find(order.wallet, order.pixDictKey ?? null);
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
      till: settings.tillName,
      shiftId,
      zone: settings.zone,
      timeLimitMs: settings.timeLimitMs,
      family: settings.family,
    },
    actor,
  );
  return created.ok ? ok({ charge: created.value, fresh: true }) : created;
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
