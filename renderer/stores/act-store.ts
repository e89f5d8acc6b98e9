import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BridgeInput, BridgeMethod, BridgeReply } from '../../shared/rpc/bridge.ts';
import { callErrorOf, type CallError } from '../port/error-code.ts';
import type { Transport } from '../port/transport.ts';

/** What is known of the acts of a person. */
export interface ActState {
  /** The act that is under way. */
  readonly busy: BridgeMethod | null;
  /** How the last act failed; null while one is under way. */
  readonly error: CallError | null;
}

/** Calls the core. Returns null, and calls nothing, while another act is under way. */
export type Act = <M extends BridgeMethod>(
  method: M,
  input: BridgeInput<M>,
) => Promise<BridgeReply<M> | null>;

interface Keeper {
  getState(): ActState;
  setState(state: ActState): void;
}

/** Returns the acts whose state this store keeps: one at a time, however fast a key is struck again. */
export function createAct(transport: Transport, keeper: Keeper): Act {
  return async (method, input) => {
    if (keeper.getState().busy !== null) return null;
    keeper.setState({ busy: method, error: null });
    const reply = await transport.invoke(method, input);
    keeper.setState({ busy: null, error: callErrorOf(reply) });
    return reply;
  };
}

/** A store for the acts of one part of a page. */
export function createActStore(): StoreApi<ActState> {
  return createStore<ActState>(() => ({ busy: null, error: null }));
}
