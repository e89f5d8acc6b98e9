import type { Ack, Input, MethodName, Payload, ReplyOf, ViewName } from '../contract/index.ts';
import type { Reply } from '../contract/define.ts';
import type { Cancel } from '../kernel/time.ts';
import { isReply, isServerFrame, type ClientFrame, type FramePort } from './frames.ts';

/**
 * A client of the core over one port. The server checks the values that it sends, so a page need not load the schemas before
 * its first frame. The client checks the frames.
 */
export interface CoreClient {
  /** Calls a method. Never rejects: a failure is a reply with a code. */
  invoke<M extends MethodName>(method: M, input: Input<M>): Promise<ReplyOf<M>>;
  /** Calls the listener with the present value at once and with each later one. `ack` reports what was drawn. */
  subscribe<V extends ViewName>(
    view: V,
    listener: (payload: Payload<V>) => void,
  ): { cancel: Cancel; ack(payload: Ack<V>): void };
  /** Ends every call in flight, and every later one, with `core-restarted`. Used when the core has ended. */
  drop(): void;
}

const RESTARTED: Reply<never> = {
  ok: false,
  error: { code: 'core-restarted', message: 'the core restarted before it answered' },
};

const BROKEN: Reply<never> = {
  ok: false,
  error: { code: 'internal', message: 'the core answered outside the contract' },
};

/** Creates a client over a port. */
export function createClient(port: FramePort): CoreClient {
  let nextId = 1;
  let dropped = false;
  const calls = new Map<number, (reply: Reply<unknown>) => void>();
  const listeners = new Map<number, (payload: never) => void>();

  port.receive((frame) => {
    if (!isServerFrame(frame)) return;
    if (frame.t === 'reply') {
      const resolve = calls.get(frame.id);
      calls.delete(frame.id);
      resolve?.(isReply(frame.reply) ? frame.reply : BROKEN);
    } else if (frame.t === 'push') {
      listeners.get(frame.id)?.(frame.payload as never);
    }
  });

  return {
    invoke(method, input) {
      const id = nextId++;
      return new Promise<Reply<unknown>>((resolve) => {
        // A caller that still has a dropped client must not wait forever.
        if (dropped) {
          resolve(RESTARTED);
          return;
        }
        calls.set(id, resolve);
        port.post({ t: 'call', id, method, input } satisfies ClientFrame);
      }) as Promise<ReplyOf<typeof method>>;
    },
    subscribe(view, listener) {
      const id = nextId++;
      listeners.set(id, listener as (payload: never) => void);
      port.post({ t: 'subscribe', id, view } satisfies ClientFrame);
      return {
        cancel: () => {
          listeners.delete(id);
          port.post({ t: 'unsubscribe', id } satisfies ClientFrame);
        },
        ack: (payload) => port.post({ t: 'ack', id, payload } satisfies ClientFrame),
      };
    },
    drop() {
      dropped = true;
      for (const resolve of calls.values()) resolve(RESTARTED);
      calls.clear();
      listeners.clear();
      port.close();
    },
  };
}
