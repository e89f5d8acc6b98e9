import type {
  BridgeInput,
  BridgeMethod,
  BridgePayload,
  BridgeReply,
  BridgeTopic,
} from '../../shared/rpc/bridge.ts';
import type { Cancel } from '../../shared/kernel/time.ts';

/** How a page calls the core and listens to it. A screen never knows whether a window or a network lies behind it. */
export interface Transport {
  invoke<M extends BridgeMethod>(method: M, input: BridgeInput<M>): Promise<BridgeReply<M>>;
  /** Subscribes to a view, which sends its present value at once. Returns the function that ends the subscription. */
  subscribe<T extends BridgeTopic>(topic: T, listener: (payload: BridgePayload<T>) => void): Cancel;
}

/**
 * What a page can do only beside the till's own machine: its backups, its printer's slips, and a report written to a place
 * that the system's dialog chose.
 */
export type Capability = 'backups' | 'slips' | 'save-dialog';

/** A transport and its capabilities. */
export interface Port extends Transport {
  readonly capabilities: ReadonlySet<Capability>;
}
