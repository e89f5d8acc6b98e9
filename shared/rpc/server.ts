import { z } from 'zod';
import {
  contract,
  type Ack,
  type ErrorCode,
  type Input,
  type MethodName,
  type Output,
  type Payload,
  type ViewName,
} from '../contract/index.ts';
import {
  ROLES_OF_PORT,
  type MethodSpec,
  type PortRole,
  type Reply,
  type ViewSpec,
} from '../contract/define.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Cancel } from '../kernel/time.ts';
import type { FramePort, ServerFrame } from './frames.ts';

/** One function per method of the contract. It gets the parsed input and returns a reply. A throw is a bug. */
export type Handlers = {
  readonly [M in MethodName]: (
    input: Input<M>,
  ) => Promise<Reply<Output<M>, ErrorCode<M>>> | Reply<Output<M>, ErrorCode<M>>;
};

/** One source per view. `subscribe` calls the listener with the present value at once and with each later one until cancelled. */
export type Sources = {
  readonly [V in ViewName]: {
    subscribe(listener: (payload: Payload<V>) => void): Cancel;
    acknowledged?(ack: Ack<V>): void;
  };
};

const Frame = z.discriminatedUnion('t', [
  z.object({ t: z.literal('call'), id: z.int(), method: z.string(), input: z.unknown() }),
  z.object({ t: z.literal('subscribe'), id: z.int(), view: z.string() }),
  z.object({ t: z.literal('ack'), id: z.int(), payload: z.unknown() }),
  z.object({ t: z.literal('unsubscribe'), id: z.int() }),
]);

/** The parts of a refusal that are sent: its code, its message and plain details. */
const Refusal = z.object({
  ok: z.literal(false),
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  }),
});

/**
 * Serves one port for the pages behind it. Refuses an unknown method, a wrong role and a bad input, each with a code and a log
 * line. Sends values and views only as the contract has them, and leaves out each key that the contract does not name. If a
 * handler throws, logs the bug and replies `internal`. Returns the function that stops serving.
 */
export function serve(
  port: FramePort,
  role: PortRole,
  handlers: Handlers,
  sources: Sources,
  logger: Logger,
): Cancel {
  const subscriptions = new Map<number, { view: ViewName; cancel: Cancel }>();

  const call = async (id: number, name: string, input: unknown): Promise<void> => {
    const reply = await answer(name, input, role, handlers, logger);
    port.post({ t: 'reply', id, reply } satisfies ServerFrame);
  };

  const subscribe = (id: number, name: string): void => {
    const spec = lookUp(name);
    if (spec?.kind !== 'view' || !isFor(spec, role)) {
      logger.warn('view-refused', { view: name.slice(0, 60), role });
      const code = spec === null ? 'unknown-method' : 'wrong-role';
      port.post({ t: 'refused', id, code } satisfies ServerFrame);
      return;
    }
    const view = name as ViewName;
    subscriptions.get(id)?.cancel();
    const cancel = sources[view].subscribe((value: unknown) => {
      const checked = spec.payload.safeParse(value);
      // A view that does not fit the contract is a bug. The page keeps its last view, which was complete.
      if (checked.success) port.post({ t: 'push', id, payload: checked.data } satisfies ServerFrame);
      else logger.error('view-outside-contract', { view: name, where: pathOf(checked.error) });
    });
    subscriptions.set(id, { view, cancel });
  };

  const acknowledge = (id: number, payload: unknown): void => {
    const subscription = subscriptions.get(id);
    if (subscription === undefined) return;
    const spec = contract[subscription.view] as ViewSpec;
    const parsed = spec.ack?.safeParse(payload);
    if (parsed?.success !== true) {
      logger.warn('ack-refused', { view: subscription.view, role });
      return;
    }
    sources[subscription.view].acknowledged?.(parsed.data as never);
  };

  port.receive((raw) => {
    const frame = Frame.safeParse(raw);
    if (!frame.success) {
      logger.warn('bad-frame', { role });
      return;
    }
    switch (frame.data.t) {
      case 'call':
        void call(frame.data.id, frame.data.method, frame.data.input);
        break;
      case 'subscribe':
        subscribe(frame.data.id, frame.data.view);
        break;
      case 'ack':
        acknowledge(frame.data.id, frame.data.payload);
        break;
      case 'unsubscribe':
        subscriptions.get(frame.data.id)?.cancel();
        subscriptions.delete(frame.data.id);
        break;
    }
  });

  return () => {
    for (const { cancel } of subscriptions.values()) cancel();
    subscriptions.clear();
    port.close();
  };
}

function lookUp(name: string): MethodSpec | ViewSpec | null {
  return Object.hasOwn(contract, name)
    ? (contract[name as keyof typeof contract] as MethodSpec | ViewSpec)
    : null;
}

/** True if a page behind this port may use the method or the view. */
function isFor({ roles }: MethodSpec | ViewSpec, port: PortRole): boolean {
  return roles.some((role) => ROLES_OF_PORT[port].includes(role));
}

async function answer(
  name: string,
  input: unknown,
  role: PortRole,
  handlers: Handlers,
  logger: Logger,
): Promise<Reply<unknown>> {
  const spec = lookUp(name);
  if (spec?.kind !== 'method') return refuse(logger, 'unknown-method', name, role);
  if (!isFor(spec, role)) return refuse(logger, 'wrong-role', name, role);
  const parsed = spec.input.safeParse(input);
  if (!parsed.success) return refuse(logger, 'bad-input', name, role, pathOf(parsed.error));
  try {
    const handler = handlers[name as MethodName] as (
      value: unknown,
    ) => Promise<Reply<unknown>> | Reply<unknown>;
    return checked(spec, name, await handler(parsed.data), logger);
  } catch (bug) {
    logger.error('handler-threw', {
      method: name,
      detail: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug),
    });
    return { ok: false, error: { code: 'internal', message: `${name} failed; see the log` } };
  }
}

/** Returns the parts of a reply that the contract names. A reply outside the contract is a bug. */
function checked(
  { output }: MethodSpec,
  name: string,
  reply: Reply<unknown>,
  logger: Logger,
): Reply<unknown> {
  if (!reply.ok) return Refusal.parse(reply) as Reply<never>;
  const value = output.safeParse(reply.value);
  if (value.success) return { ok: true, value: value.data };
  logger.error('reply-outside-contract', { method: name, where: pathOf(value.error) });
  return { ok: false, error: { code: 'internal', message: `${name} answered outside the contract` } };
}

function pathOf({ issues: [first] }: z.ZodError): string {
  return first?.path.join('.') ?? '';
}

function refuse(
  logger: Logger,
  code: 'unknown-method' | 'wrong-role' | 'bad-input',
  name: string,
  role: PortRole,
  where = '',
): Reply<never> {
  logger.warn('call-refused', { code, method: name.slice(0, 60), role, where });
  return { ok: false, error: { code, message: where === '' ? code : `${code} at ${where}` } };
}
