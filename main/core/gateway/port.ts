import type { OrderFamily } from '../../../shared/domain/charge/charge.ts';
import type { RemoteWord } from '../../../shared/domain/charge/event.ts';
import type { GatewayPlace } from '../../../shared/domain/till/gateway-place.ts';
import type { Centavos } from '../../../shared/domain/money/centavos.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { EpochMs } from '../../../shared/kernel/time.ts';
import type { SearchPlan } from './search-plan.ts';

/** A wallet of this till as the gateway lists it (GET /v1/wallets). Only active wallets that take payments. */
export interface GatewayWallet {
  /** The name in orders: `pix`, `mercadopago`, … an open set. */
  readonly wallet: string;
  /** The gateway's label, which several Pix accounts share: `Pix`. */
  readonly label: string;
  /** The label. If accounts share it, with the shop's nickname in brackets: `Pix (Conta reserva)`. */
  readonly name: string;
  readonly minimum: Centavos;
  /** The key of one of several Pix accounts. Null for other wallets. */
  readonly pixDictKey: string | null;
  readonly pixPsp: string | null;
  readonly isDefault: boolean;
}

/** An order to create. `orderRef` is unique for each attempt and is on disk before this is sent. */
export interface NewOrder {
  readonly orderRef: string;
  readonly wallet: string;
  readonly pixDictKey: string | null;
  /** Bank code of the chosen Pix account, for the e-order header that Mercado Pago needs (section 1.5). */
  readonly pixPsp: string | null;
  readonly total: Centavos;
  /** The one line of the order. */
  readonly title: string;
  readonly family: OrderFamily;
  /** The life of the QR in seconds. Only the `orderv` family sends it. */
  readonly expirationSeconds: number;
}

/** The address of an order in every later call. */
export interface OrderHandle {
  readonly orderId: string;
  readonly family: OrderFamily;
}

/** The answer to a create. The gateway never sends the QR text again, so it is stored at once. */
export interface OpenedOrder extends OrderHandle {
  readonly word: GatewayWord;
  readonly brCode: string;
}

/** The gateway's status words. `pendingv` becomes `pending`. `unknown` is doubt, never unpaid. */
export type GatewayWord = RemoteWord;

/** The gateway's answer about an order. */
export interface OrderReading extends OrderHandle {
  readonly word: GatewayWord;
  /** The word as it came, for the ledger and for support. */
  readonly rawWord: string;
  readonly orderRef: string | null;
  readonly total: Centavos | null;
  readonly paidAmount: Centavos | null;
  /** The paid amount as it came, if it cannot be read: short and clean. `paidAmount` is null then. */
  readonly unreadPaidAmount?: string;
  /** The EndToEndId for Pix (`E` and 31 characters). Null until paid. At most 64 printable characters. */
  readonly endToEndId: string | null;
}

/** The answer to a cancel or a refund: the body decides, never the HTTP code (section 5). */
export interface OrderWord {
  readonly orderId: string;
  readonly word: GatewayWord;
  readonly rawWord: string;
}

/** A row of GET /orders/list. It has no reference and no paid amount, so each order is confirmed with a read. */
export interface ListedOrder {
  readonly orderId: string;
  readonly word: GatewayWord;
  /** The store and the till that the row names. */
  readonly place: GatewayPlace;
}

/** The result of one step of a search. */
export interface FoundOrders {
  /** The orders of this step that no earlier step returned. */
  readonly orders: readonly ListedOrder[];
  /**
   * The gateway's clock up to which the whole window was listed. Null while slices are left, and if the gateway never sends a
   * Date: then the window was made by our clock, and an order that is not in it may exist.
   */
  readonly until: EpochMs | null;
  /** The rest of the search. Null if the search is complete. */
  readonly rest: SearchPlan | null;
}

/** An answer that cannot be used, for support. */
export interface UnusableAnswer {
  /** The HTTP status. */
  readonly status: number;
  /** At most 200 printable characters, without secrets. */
  readonly detail: string;
}

/** Why a call has no usable answer. The kinds differ in what the gateway may have done. */
export type GatewayFailure =
  /**
   * The gateway certainly did not act on it: refused connection, no name, no route, TLS failure, or a login that failed before
   * the call was sent. If that login got an unusable answer, `unusable` is set: the gateway or a proxy is reachable.
   */
  | { readonly kind: 'unreachable'; readonly detail: string; readonly unusable?: UnusableAnswer }
  /** It was sent, or may have been sent, and no answer came. The gateway may have acted on it. */
  | { readonly kind: 'no-answer'; readonly detail: string }
  /** An unusable answer came: 5xx, HTML, half a JSON, a body that fits no schema. The gateway may have acted on it. */
  | ({ readonly kind: 'unusable' } & UnusableAnswer)
  /** The gateway refused, with its own text. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly reason: RefusalReason;
      readonly message: string;
    };

export type RefusalReason =
  'credentials' | 'permission' | 'below-minimum' | 'sum-mismatch' | 'already-final' | 'not-found' | 'invalid';

/** The payments gateway. Every method returns a value. None throws for a failure of the network. */
export interface Gateway {
  /** Logs in again, also if a token is still valid: tests credentials before they are saved. */
  login(): Promise<Result<void, GatewayFailure>>;
  wallets(): Promise<Result<readonly GatewayWallet[], GatewayFailure>>;
  create(order: NewOrder): Promise<Result<OpenedOrder, GatewayFailure>>;
  read(handle: OrderHandle): Promise<Result<OrderReading, GatewayFailure>>;
  cancel(handle: OrderHandle): Promise<Result<OrderWord, GatewayFailure>>;
  refund(handle: OrderHandle, amount: Centavos): Promise<Result<OrderWord, GatewayFailure>>;
  /**
   * Runs one step of the search for orders with `orderRef`, from `since` (the gateway's clock; null is its last 24 hours) until
   * now. Lists one slice of at most 24 h, the newest first, at least a minute after the list before. Call it with the `rest` of
   * the step before until `rest` is null. If a list fails or is not read to its end, the search fails.
   */
  find(
    orderRef: string,
    since: EpochMs | null,
    rest?: SearchPlan,
  ): Promise<Result<FoundOrders, GatewayFailure>>;
  /** Returns a lower bound of the gateway's clock, which may differ from ours by years. Null until an answer has a Date. */
  now(): EpochMs | null;
}
