import { z } from 'zod';
import {
  contract,
  type Ack,
  type Input,
  type MethodName,
  type Payload,
  type ReplyOf,
  type ViewName,
} from '../contract/index.ts';
import type { MethodSpec, Reply } from '../contract/define.ts';
import type { Cancel } from '../kernel/time.ts';
import type { ClientFrame, FramePort } from './frames.ts';

/** A client of the core over one port. It validates what the core sends. */
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

const Frame = z.discriminatedUnion('t', [
  z.object({ t: z.literal('reply'), id: z.int(), reply: z.unknown() }),
  z.object({ t: z.literal('push'), id: z.int(), payload: z.unknown() }),
  z.object({ t: z.literal('refused'), id: z.int(), code: z.string() }),
]);

const WireReply = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({
      code: z.string(),
      message: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
    }),
  }),
]);

const RESTARTED: Reply<never> = {
  ok: false,
  error: { code: 'core-restarted', message: 'the core restarted before it answered' },
};

/** Creates a client over a port. */
export function createClient(port: FramePort): CoreClient {
  let nextId = 1;
  let dropped = false;
  const calls = new Map<number, { method: MethodName; resolve: (reply: Reply<unknown>) => void }>();
  const listeners = new Map<number, { view: ViewName; listener: (payload: never) => void }>();

  port.receive((raw) => {
    const parsed = Frame.safeParse(raw);
    if (!parsed.success) return;
    const frame = parsed.data;
    if (frame.t === 'reply') {
      const call = calls.get(frame.id);
      calls.delete(frame.id);
      call?.resolve(checkReply(call.method, frame.reply));
    } else if (frame.t === 'push') {
      const subscription = listeners.get(frame.id);
      if (subscription === undefined) return;
      const payload = contract[subscription.view].payload.safeParse(frame.payload);
      // A view that does not fit the contract is a bug of the core. The page keeps the view before, which was complete.
      if (payload.success) subscription.listener(payload.data as never);
    }
  });

  return {
    invoke(method, input) {
      const id = nextId++;
      return new Promise((resolve) => {
        const call = { method, resolve: resolve as (reply: Reply<unknown>) => void };
        // A caller that still has a dropped client must not wait forever.
        if (dropped) {
          call.resolve(RESTARTED);
          return;
        }
        calls.set(id, call);
        port.post({ t: 'call', id, method, input } satisfies ClientFrame);
      });
    },
    subscribe(view, listener) {
      const id = nextId++;
      listeners.set(id, { view, listener: listener as (payload: never) => void });
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
      for (const call of calls.values()) call.resolve(RESTARTED);
      calls.clear();
      listeners.clear();
      port.close();
    },
  };
}

function checkReply(method: MethodName, raw: unknown): Reply<unknown> {
  const reply = WireReply.safeParse(raw);
  const broken: Reply<never> = {
    ok: false,
    error: { code: 'internal', message: `${method} answered outside the contract` },
  };
  if (!reply.success) return broken;
  if (!reply.data.ok) return reply.data as Reply<never>;
  const value = (contract[method] as MethodSpec).output.safeParse(reply.data.value);
  return value.success ? { ok: true, value: value.data } : broken;
}
