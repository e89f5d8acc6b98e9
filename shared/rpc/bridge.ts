import type { z } from 'zod';
import type { Reply } from '../contract/define.ts';
import type { control, CONTROL_EVENTS } from '../contract/control.ts';
import type {
  Ack,
  ErrorCode,
  Input,
  MethodName,
  Output,
  Payload,
  RoleOf,
  ViewName,
} from '../contract/index.ts';
import type { Cancel } from '../kernel/time.ts';

/** The types of `window.balcao`, which a preload defines for its window. A page has no other access to the outside. */

type Control = typeof control;
type Events = typeof CONTROL_EVENTS;

export type ControlName = keyof Control;
export type ControlInput<M extends ControlName> = z.infer<Control[M]['input']>;
export type ControlOutput<M extends ControlName> = z.infer<Control[M]['output']>;
export type ControlReply<M extends ControlName> = Reply<ControlOutput<M>, Control[M]['errors'][number]>;
export type ControlEventName = keyof Events;
export type ControlEvent<E extends ControlEventName> = z.infer<Events[E]>;

/** The methods of the cashier's window. The core checks the role of each call and refuses the others. */
export type CashierMethod = {
  [M in MethodName]: Extract<RoleOf<M>, 'cashier' | 'manager'> extends never ? never : M;
}[MethodName];
export type BridgeMethod = CashierMethod | ControlName;
export type BridgeInput<M extends BridgeMethod> = M extends CashierMethod
  ? Input<M>
  : M extends ControlName
    ? ControlInput<M>
    : never;
export type BridgeReply<M extends BridgeMethod> = M extends CashierMethod
  ? Reply<Output<M>, ErrorCode<M>>
  : M extends ControlName
    ? ControlReply<M>
    : never;

export type BridgeTopic = Exclude<ViewName, 'customer/view' | 'till/at-work'> | ControlEventName;
export type BridgePayload<T extends BridgeTopic> = T extends ControlEventName
  ? ControlEvent<T>
  : T extends ViewName
    ? Payload<T>
    : never;

/**
 * `window.balcao` of the cashier's window. `invoke` always resolves to a value, to `core-restarted` while the core is down.
 * A subscription survives a restart of the core, because the preload subscribes again.
 */
export interface CashierBridge {
  invoke<M extends BridgeMethod>(method: M, input: BridgeInput<M>): Promise<BridgeReply<M>>;
  subscribe<T extends BridgeTopic>(topic: T, listener: (payload: BridgePayload<T>) => void): Cancel;
}

/**
 * `window.balcao` of the customer's window: one view, and the report of what was drawn. It has no calls. The listener gets
 * null when the core ends. The page then hides the QR, which may have been paid or cancelled, until the next view.
 */
export interface CustomerBridge {
  subscribe(topic: 'customer/view', listener: (payload: Payload<'customer/view'> | null) => void): Cancel;
  ack(payload: Ack<'customer/view'>): void;
}
