import type { PortRole } from '../../../../shared/contract/define.ts';
import type { LogRecord } from '../../../../shared/kernel/logger.ts';
import type { Cancel } from '../../../../shared/kernel/time.ts';
import type { FramePort } from '../../../../shared/rpc/frames.ts';
import {
  ToCore,
  type FatalCode,
  type FromCore,
  type StartOrder,
} from '../../../../shared/rpc/core-process.ts';
import { parentChannel, type ParentChannel } from './channel.ts';
import { relayedFramePort, type RelayedPort } from './frame-ports.ts';

export interface ParentHandlers {
  /** Called once, before all other messages. */
  onStart(order: StartOrder): void;
  /** Called for each new port to a window or to main. The returned function is called when the other end is gone. */
  onPort(port: FramePort, role: PortRole): Cancel;
  /** Called when the machine has slept. */
  onResumed(): void;
  /** Finishes the writes and exits. Also called when the parent died. After a few seconds the process is killed. */
  onShutdown(): void;
}

export interface Parent {
  /** Reports that the core serves its ports. */
  ready(): void;
  /** Sends a record to main, the only writer of the log. */
  log(record: LogRecord): void;
  /** Reports that the core cannot work and that another start would not help. Exit afterwards. */
  fatal(code: FatalCode, detail: string): void;
  /** Reports that a program of the shop asks the app to end. */
  stopAsked(): void;
  /** Reports the id of production's ledger, which is open. */
  ledger(id: string): void;
  /** Reports the address of the training phone's page, which main may open in the browser. Null if there is none. */
  trainingPhone(url: string | null): void;
}

/** Connects the core with the app. */
export function connectToParent(handlers: ParentHandlers, channel: ParentChannel = parentChannel()): Parent {
  const send = (message: FromCore): void => channel.send(message);
  const ends = new Map<number, Cancel>();
  const relayed = new Map<number, RelayedPort>();

  const end = (portId: number): void => {
    const ended = ends.get(portId);
    ends.delete(portId);
    relayed.delete(portId);
    ended?.();
  };

  const open = (portId: number, role: PortRole): void => {
    const port = relayedFramePort(
      (frame) => send({ t: 'relay', portId, frame }),
      () => end(portId),
    );
    relayed.set(portId, port);
    ends.set(portId, handlers.onPort(port, role));
  };

  channel.listen((raw) => {
    const parsed = ToCore.safeParse(raw);
    // Only main writes here, so this is a bug of main. The message is not repeated, because it may have keys.
    if (!parsed.success) throw new Error('main sent the core a message outside the protocol');
    const message = parsed.data;
    switch (message.t) {
      case 'start':
        handlers.onStart(message);
        break;
      case 'open-port':
        open(message.portId, message.role);
        break;
      case 'close-port':
        end(message.portId);
        break;
      case 'relay':
        relayed.get(message.portId)?.deliver(message.frame);
        break;
      case 'resumed':
        handlers.onResumed();
        break;
      case 'shutdown':
        handlers.onShutdown();
        break;
    }
  });
  channel.onParentGone(() => handlers.onShutdown());

  return {
    ready: () => send({ t: 'ready' }),
    log: (record) => send({ t: 'log', record: { ...record, fields: { ...record.fields } } }),
    fatal: (code, detail) => send({ t: 'fatal', code, detail }),
    stopAsked: () => send({ t: 'stop-asked' }),
    ledger: (id) => send({ t: 'ledger', id }),
    trainingPhone: (url) => send({ t: 'training-phone', url }),
  };
}
