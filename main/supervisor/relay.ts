import type { MessagePortMain } from 'electron';
import { z } from 'zod';
import type { ToCore } from '../../shared/rpc/core-process.ts';

type PortPart = Pick<MessagePortMain, 'postMessage' | 'start' | 'close'> & {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
};

const RelayFrame = z.strictObject({ t: z.literal('relay'), portId: z.int(), frame: z.unknown() });

/** Relays frames between ports that main keeps and a process that cannot get ports. */
export interface Relay {
  open(portId: number, end: PortPart): void;
  close(portId: number): void;
  /** Handles a message. Returns true if it was a frame for a port. */
  deliver(message: unknown): boolean;
  closeAll(): void;
}

/** Creates a relay. `send` sends a message to the process. */
export function createRelay(send: (message: ToCore) => void): Relay {
  const ends = new Map<number, PortPart>();
  const close = (portId: number): void => {
    const end = ends.get(portId);
    if (end === undefined) return;
    ends.delete(portId);
    end.close();
    send({ t: 'close-port', portId });
  };
  return {
    open(portId, end) {
      ends.set(portId, end);
      end.on('message', ({ data }) => send({ t: 'relay', portId, frame: data }));
      end.on('close', () => close(portId));
      end.start();
    },
    close,
    deliver(message) {
      const parsed = RelayFrame.safeParse(message);
      if (!parsed.success) return false;
      ends.get(parsed.data.portId)?.postMessage(parsed.data.frame);
      return true;
    },
    closeAll() {
      for (const end of ends.values()) end.close();
      ends.clear();
    },
  };
}
