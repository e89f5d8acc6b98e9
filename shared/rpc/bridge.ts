import type { z } from 'zod';
import type { Reply } from '../contract/define.ts';
import type { control, CONTROL_EVENTS } from '../contract/control.ts';
import type { Ack, ErrorCode, Input, MethodName, Output, Payload, ViewName } from '../contract/index.ts';
import type { Cancel } from '../kernel/time.ts';

/** What each window's preload puts on `window.balcao`, and all that a page gets from the world. */

type Control = typeof control;
type Events = typeof CONTROL_EVENTS;

export type ControlName = keyof Control;
export type ControlInput<M extends ControlName> = z.infer<Control[M]['input']>;
export type ControlOutput<M extends ControlName> = z.infer<Control[M]['output']>;
export type ControlReply<M extends ControlName> = Reply<ControlOutput<M>, Control[M]['errors'][number]>;
export type ControlEventName = keyof Events;
export type ControlEvent<E extends ControlEventName> = z.infer<Events[E]>;

/** The roles table says what a cashier may call; the core refuses the rest. */
export type CashierMethod = Exclude<
  MethodName,
  'gateway/test' | 'gateway/use' | 'till/quit-check' | 'report/allow-file'
>;
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

export type BridgeTopic = Exclude<ViewName, 'customer/view'> | ControlEventName;
export type BridgePayload<T extends BridgeTopic> = T extends ControlEventName
  ? ControlEvent<T>
  : T extends ViewName
    ? Payload<T>
    : never;

/**
 * `window.balcao` of the cashier's window. `invoke` always answers with a value; while the core is away it answers
 * `core-restarted`. `subscribe` outlives a restart of the core: the preload subscribes again by itself.
 */
export interface CashierBridge {
  invoke<M extends BridgeMethod>(method: M, input: BridgeInput<M>): Promise<BridgeReply<M>>;
  subscribe<T extends BridgeTopic>(topic: T, listener: (payload: BridgePayload<T>) => void): Cancel;
}

/**
 * `window.balcao` of the customer's window: one view, and what was drawn of it. No calls. The listener gets null the
 * moment that the core is gone: nobody vouches for the QR any more, so the page takes it down until a view comes again.
 */
export interface CustomerBridge {
  subscribe(topic: 'customer/view', listener: (payload: Payload<'customer/view'> | null) => void): Cancel;
  ack(payload: Ack<'customer/view'>): void;
}
