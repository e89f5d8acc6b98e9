import type { FramePort } from '../../../../shared/rpc/frames.ts';

/** The used part of Electron's MessagePortMain in a utility process. */
export interface TransferredPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
}

/** Creates a frame port over a port object. Its messages wait until a receiver is set. */
export function transferredFramePort(port: TransferredPort, closed: () => void): FramePort {
  port.on('close', closed);
  return {
    post: (frame) => port.postMessage(frame),
    receive(handler) {
      port.on('message', (event) => handler(event.data));
      port.start();
    },
    close: () => port.close(),
  };
}

/** A port whose frames go over the process's only channel. They wait until a receiver is set. */
export interface RelayedPort extends FramePort {
  deliver(frame: unknown): void;
}

/** Creates a frame port over the only channel. `send` takes its frames. */
export function relayedFramePort(send: (frame: unknown) => void, closed: () => void): RelayedPort {
  let handler: ((frame: unknown) => void) | null = null;
  let open = true;
  const waiting: unknown[] = [];
  return {
    post: (frame) => {
      if (open) send(frame);
    },
    receive(receiver) {
      handler = receiver;
      for (const frame of waiting.splice(0)) receiver(frame);
    },
    close() {
      if (!open) return;
      open = false;
      closed();
    },
    deliver(frame) {
      if (!open) return;
      if (handler === null) waiting.push(frame);
      else handler(frame);
    },
  };
}
