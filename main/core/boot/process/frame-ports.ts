import type { FramePort } from '../../../../shared/rpc/frames.ts';

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
