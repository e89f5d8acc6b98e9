import type { ReportProgress } from '../../../shared/contract/exports.ts';
import type { CustomerView, TillView } from '../../../shared/contract/views.ts';
import type {
  BridgeMethod,
  BridgeReply,
  ControlEvent,
  ControlEventName,
} from '../../../shared/rpc/bridge.ts';

export type Replies = { readonly [M in BridgeMethod]?: BridgeReply<M> };
export type Events = { readonly [E in ControlEventName]?: ControlEvent<E> };

/** One state of the cashier's window: the values of the core and of main, and the keys that were pressed. */
export interface CashierScene {
  readonly name: string;
  /** The name that the root of the screen, or the dialog above it, has. */
  readonly screen: string;
  /** The views in order, for a scene with an earlier state. */
  readonly views: readonly TillView[];
  readonly events?: Events;
  /** A report that is under way. */
  readonly report?: ReportProgress;
  readonly replies?: Replies;
  readonly keys?: readonly string[];
  readonly paste?: string;
  /** The wait before the picture, for words that appear later. */
  readonly waitMs?: number;
}

/** One state of the customer's window. Null: the core is gone. */
export interface CustomerScene {
  readonly name: string;
  readonly screen: string;
  readonly view: CustomerView | null;
}
