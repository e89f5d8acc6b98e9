import { createClient, type CoreClient } from '../shared/rpc/client.ts';
import type { Ack, Input, MethodName, Payload, ReplyOf, ViewName } from '../shared/contract/index.ts';
import type { FramePort } from '../shared/rpc/frames.ts';
import type { Cancel } from '../shared/kernel/time.ts';

/** The page's line to the core, across restarts of the core. */
export interface CoreLink {
  /** Answers `core-restarted` at once while the core is away: an act of a person must not happen later by itself. */
  invoke<M extends MethodName>(method: M, input: Input<M>): Promise<ReplyOf<M>>;
  /** Lasts until cancelled: each new core is asked again. */
  subscribe<V extends ViewName>(view: V, listener: (payload: Payload<V>) => void): Subscription<V>;
  /** A port to the first core, or to the core after a restart. */
  attach(port: FramePort): void;
  /** The core is gone. */
  lose(): void;
  onLost(listener: () => void): Cancel;
}

export interface Subscription<V extends ViewName> {
  readonly cancel: Cancel;
  ack(payload: Ack<V>): void;
}

const AWAY = {
  ok: false,
  error: { code: 'core-restarted', message: 'the core is being restarted' },
} as const;

/** Creates the link of a page to the core. It has no port before the first one arrives. */
export function createCoreLink(): CoreLink {
  let client: CoreClient | null = null;
  let hadOne = false;
  const early: (() => void)[] = [];
  const wanted = new Set<(to: CoreClient) => void>();
  const lost = new Set<() => void>();

  return {
    invoke(method, input) {
      if (client !== null) return client.invoke(method, input);
      if (hadOne) return Promise.resolve(AWAY);
      // The page has no first port yet. That is not a restart, and the call waits.
      return new Promise((resolve) => early.push(() => resolve(client?.invoke(method, input) ?? AWAY)));
    },
    subscribe<V extends ViewName>(view: V, listener: (payload: Payload<V>) => void): Subscription<V> {
      let live: Subscription<V> | null = null;
      const ask = (to: CoreClient): void => {
        live = to.subscribe(view, listener);
      };
      wanted.add(ask);
      if (client !== null) ask(client);
      return {
        cancel() {
          if (wanted.delete(ask) && client !== null) live?.cancel();
        },
        ack: (payload) => {
          if (client !== null && wanted.has(ask)) live?.ack(payload);
        },
      };
    },
    attach(port) {
      client?.drop();
      client = createClient(port);
      hadOne = true;
      for (const ask of wanted) ask(client);
      for (const call of early.splice(0)) call();
    },
    lose() {
      const hadClient = client !== null;
      client?.drop();
      client = null;
      hadOne = true;
      for (const call of early.splice(0)) call();
      // The port and main may both report the end. It is reported once.
      if (hadClient) for (const listener of lost) listener();
    },
    onLost(listener) {
      lost.add(listener);
      return () => void lost.delete(listener);
    },
  };
}
