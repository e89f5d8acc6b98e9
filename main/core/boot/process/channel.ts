import type { TransferredPort } from './frame-ports.ts';

/** The channel to the process that started this one. */
export interface ParentChannel {
  send(message: unknown): void;
  /** `ports` is empty if the channel cannot carry ports. */
  listen(listener: (message: unknown, ports: readonly TransferredPort[]) => void): void;
  /** Calls `listener` when the parent has ended. */
  onParentGone(listener: () => void): void;
}

interface ElectronParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown; ports: TransferredPort[] }) => void): unknown;
}

/** Finds the channel: Electron's parent port in a utility process, the IPC channel in a forked Node. */
export function parentChannel(): ParentChannel {
  const electron = (process as { parentPort?: ElectronParentPort }).parentPort;
  if (electron !== undefined) return utilityChannel(electron);
  if (process.send !== undefined) return childChannel();
  throw new Error('the core has no parent process: use headless.ts to run it alone');
}

function utilityChannel(port: ElectronParentPort): ParentChannel {
  return {
    send: (message) => port.postMessage(message),
    listen: (listener) => void port.on('message', (event) => listener(event.data, event.ports)),
    // Electron ends its utility processes itself when the main process dies.
    onParentGone: () => undefined,
  };
}

function childChannel(): ParentChannel {
  return {
    // With the callback, a message to a parent that just died raises no error event.
    send: (message) => void process.send?.(message, undefined, undefined, () => undefined),
    listen: (listener) => void process.on('message', (message) => listener(message, [])),
    onParentGone: (listener) => void process.on('disconnect', listener),
  };
}
