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

/** One state of the cashier's window: what the core and main said, and which keys were struck then. */
export interface CashierScene {
  readonly name: string;
  /** What the root of the screen, or the dialog above it, calls itself. */
  readonly screen: string;
  /** Views one after another: a scene may need a before. */
  readonly views: readonly TillView[];
  readonly events?: Events;
  /** A report that was begun before. */
  readonly report?: ReportProgress;
  readonly replies?: Replies;
  readonly keys?: readonly string[];
  readonly paste?: string;
  /** Waits this long before the picture: for words that come when something takes long. */
  readonly waitMs?: number;
}

/** One state of the customer's window; null is a core that is gone. */
export interface CustomerScene {
  readonly name: string;
  readonly screen: string;
  readonly view: CustomerView | null;
}
