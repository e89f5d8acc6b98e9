import type {
  BridgeMethod,
  BridgePayload,
  BridgeReply,
  BridgeTopic,
  CashierBridge,
} from '../../../shared/rpc/bridge.ts';

export interface RecordingBridge extends CashierBridge {
  readonly calls: readonly { readonly method: BridgeMethod; readonly input: unknown }[];
  push<T extends BridgeTopic>(topic: T, payload: BridgePayload<T>): void;
  /** The answers of the next calls of a method. Without one, a call stays open until `answer` is called. */
  reply<M extends BridgeMethod>(method: M, reply: BridgeReply<M>): void;
  /** Answers the oldest open call. */
  answer(reply: BridgeReply<BridgeMethod>): Promise<void>;
}

/** Creates a bridge for tests of the page's logic. It records the calls and returns the given answers. */
export function recordingBridge(): RecordingBridge {
  const calls: { method: BridgeMethod; input: unknown }[] = [];
  const replies = new Map<BridgeMethod, unknown>();
  const open: ((reply: unknown) => void)[] = [];
  const listeners = new Map<BridgeTopic, Set<(payload: never) => void>>();
  return {
    calls,
    invoke(method, input) {
      calls.push({ method, input });
      if (replies.has(method)) return Promise.resolve(replies.get(method)) as never;
      return new Promise((resolve) => open.push(resolve)) as never;
    },
    subscribe(topic, listener) {
      const those = listeners.get(topic) ?? new Set();
      listeners.set(topic, those.add(listener));
      return () => void those.delete(listener);
    },
    push(topic, payload) {
      for (const listener of listeners.get(topic) ?? []) listener(payload as never);
    },
    reply: (method, reply) => void replies.set(method, reply),
    async answer(reply) {
      open.shift()?.(reply);
      await Promise.resolve();
    },
  };
}
