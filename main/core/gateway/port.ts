import type { OrderFamily } from '../../../shared/domain/charge/charge.ts';
import type { RemoteWord } from '../../../shared/domain/charge/event.ts';
import type { GatewayPlace } from '../../../shared/domain/till/gateway-place.ts';
import type { Centavos } from '../../../shared/domain/money/centavos.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { EpochMs } from '../../../shared/kernel/time.ts';
import type { SearchPlan } from './search-plan.ts';

/** A wallet of this till as the gateway lists it (GET /v1/wallets), active cash-in ones only. */
export interface GatewayWallet {
  /** The name to send in orders: `pix`, `mercadopago`, … an open set. */
  readonly wallet: string;
  /** The gateway's label, which several Pix accounts share: `Pix`. */
  readonly label: string;
  /** The label, and the shop's nickname in brackets where accounts share it: `Pix (Conta reserva)`. */
  readonly name: string;
  readonly minimum: Centavos;
  /** Chooses among several Pix accounts; null for wallets that are not Pix. */
  readonly pixDictKey: string | null;
  readonly pixPsp: string | null;
  readonly isDefault: boolean;
}

/** One order to be made. `orderRef` is unique for each attempt and is on disk before this is sent. */
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
  /** Life of the QR in seconds; only the `orderv` family sends it. */
  readonly expirationSeconds: number;
}

/** How an order is addressed in every later call. */
export interface OrderHandle {
  readonly orderId: string;
  readonly family: OrderFamily;
}

/** The answer to a create. The QR text is never given again, so it must be stored at once. */
export interface OpenedOrder extends OrderHandle {
  readonly word: GatewayWord;
  readonly brCode: string;
}

/** The gateway's status vocabulary, `pendingv` folded into `pending`. `unknown` is doubt, never unpaid. */
export type GatewayWord = RemoteWord;

/** What the gateway says of an order when asked. */
export interface OrderReading extends OrderHandle {
  readonly word: GatewayWord;
  /** The word as it came, for the ledger and for support. */
  readonly rawWord: string;
  readonly orderRef: string | null;
  readonly total: Centavos | null;
  readonly paidAmount: Centavos | null;
  /** What came in the place of the paid amount and cannot be read, short and clean; then `paidAmount` is null. */
  readonly unreadPaidAmount?: string;
  /** For Pix the EndToEndId (`E` and 31 characters); null until paid. At most 64 printable characters. */
  readonly endToEndId: string | null;
}

/** The answer to a cancel or a refund: the body decides, never the HTTP code (section 5). */
export interface OrderWord {
  readonly orderId: string;
  readonly word: GatewayWord;
  readonly rawWord: string;
}

/** A row of GET /orders/list. It carries no reference and no paid amount: confirm each with a read. */
export interface ListedOrder {
  readonly orderId: string;
  readonly word: GatewayWord;
  /** The store and the till that the row names. */
  readonly place: GatewayPlace;
}

/** What one step of a search told. */
export interface FoundOrders {
  /** Orders of this step that no earlier step told. */
  readonly orders: readonly ListedOrder[];
  /**
   * The gateway's clock up to which the whole window was listed; null while slices are left, and when the gateway never
   * sends a Date: then the window was made by our clock, and nothing is proven by what is not in it.
   */
  readonly until: EpochMs | null;
  /** What is left to list; null when the search is complete. */
  readonly rest: SearchPlan | null;
}

/** What came in the place of an answer that can be used, for support. */
export interface UnusableAnswer {
  /** The HTTP status. */
  readonly status: number;
  /** At most 200 printable characters, without secrets. */
  readonly detail: string;
}

/** Why a call gave nothing to act on. The kinds differ first in what may have been done at the other side. */
export type GatewayFailure =
  /**
   * Certainly not acted on: refused connection, no name, no route, TLS failure, or a login that failed before the call was sent.
   * `unusable` is there when that login was answered and its answer cannot be used: then the gateway, or a proxy, is there.
   */
  | { readonly kind: 'unreachable'; readonly detail: string; readonly unusable?: UnusableAnswer }
  /** Sent, or perhaps sent, and no answer came. It may have been acted on. */
  | { readonly kind: 'no-answer'; readonly detail: string }
  /** An answer came that cannot be used: 5xx, HTML, half JSON, a body that fits no schema. It may have been acted on. */
  | ({ readonly kind: 'unusable' } & UnusableAnswer)
  /** A clear no, in the gateway's own words. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly reason: RefusalReason;
      readonly message: string;
    };

export type RefusalReason =
  'credentials' | 'permission' | 'below-minimum' | 'sum-mismatch' | 'already-final' | 'not-found' | 'invalid';

/** The payments gateway. Every method answers with a value; none throws for what the network may do. */
export interface Gateway {
  /** Logs in afresh, whatever token is held: used to test credentials before they are saved. */
  login(): Promise<Result<void, GatewayFailure>>;
  wallets(): Promise<Result<readonly GatewayWallet[], GatewayFailure>>;
  create(order: NewOrder): Promise<Result<OpenedOrder, GatewayFailure>>;
  read(handle: OrderHandle): Promise<Result<OrderReading, GatewayFailure>>;
  cancel(handle: OrderHandle): Promise<Result<OrderWord, GatewayFailure>>;
  refund(handle: OrderHandle, amount: Centavos): Promise<Result<OrderWord, GatewayFailure>>;
  /**
   * One step of the search for orders made with `orderRef`, from `since` (the gateway's clock; null is its last 24 hours)
   * up to now: lists one slice of 24 h at most, the newest first, at least a minute after the list before. Call it with
   * the `rest` of the step before until that is null. A list that failed or was not read to its end fails the search.
   */
  find(
    orderRef: string,
    since: EpochMs | null,
    rest?: SearchPlan,
  ): Promise<Result<FoundOrders, GatewayFailure>>;
  /** A lower bound of the gateway's own clock, which may differ from ours by years; null until an answer told it. */
  now(): EpochMs | null;
}
