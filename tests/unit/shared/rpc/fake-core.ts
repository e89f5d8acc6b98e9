import { contract } from '../../../../shared/contract/index.ts';
import { keptLogger } from '../../../support/log/kept-logger.ts';
import { METHODS } from '../../../support/rpc/methods.ts';
import type { PortRole, ViewSpec } from '../../../../shared/contract/define.ts';
import type { LogRecord } from '../../../../shared/kernel/logger.ts';
import { createClient, type CoreClient } from '../../../../shared/rpc/client.ts';
import { serve, type Handlers, type Sources } from '../../../../shared/rpc/server.ts';
import { portPair, type TestPort } from './port-pair.ts';

export const VIEWS = Object.entries(contract)
  .filter(([, spec]) => spec.kind === 'view')
  .map(([name]) => name) as (keyof Sources)[];

export const viewSpec = (name: string): ViewSpec => contract[name as keyof typeof contract] as ViewSpec;

export interface FakeCore {
  readonly client: CoreClient;
  /** The page's end of the port, for frames that no client would send. */
  readonly page: TestPort;
  /** The core's end of the port, and what was posted from it. */
  readonly core: TestPort;
  readonly logs: LogRecord[];
  /** Methods that were called, with what the handler got. */
  readonly called: { method: string; input: unknown }[];
  readonly acknowledged: unknown[];
  readonly listeners: Map<string, (payload: never) => void>;
  /** Subscriptions that nobody cancelled. */
  live(): number;
  stop(): void;
}

/** A server for `role` whose handlers only note that they were called; `own` replaces some of them. */
export function serveFake(role: PortRole, own: Partial<Handlers> = {}): FakeCore {
  const [page, core] = portPair();
  const { logger, records: logs } = keptLogger();
  const called: { method: string; input: unknown }[] = [];
  const acknowledged: unknown[] = [];
  const listeners = new Map<string, (payload: never) => void>();
  let live = 0;
  const noting = METHODS.map((method) => [
    method,
    (input: unknown) => {
      called.push({ method, input });
      return { ok: false, error: { code: 'noted', message: '' } };
    },
  ]);
  const sources = VIEWS.map((view) => [
    view,
    {
      subscribe(listener: (payload: never) => void) {
        listeners.set(view, listener);
        live += 1;
        return () => {
          live -= 1;
          listeners.delete(view);
        };
      },
      acknowledged: (ack: unknown) => void acknowledged.push(ack),
    },
  ]);
  const stop = serve(
    core,
    role,
    { ...(Object.fromEntries(noting) as Handlers), ...own },
    Object.fromEntries(sources) as unknown as Sources,
    logger,
  );
  return {
    client: createClient(page),
    page,
    core,
    logs,
    called,
    acknowledged,
    listeners,
    live: () => live,
    stop,
  };
}
