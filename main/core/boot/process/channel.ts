/** The channel to the process that started this one. */
export interface ParentChannel {
  send(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
  /** Calls `listener` when the parent has ended. */
  onParentGone(listener: () => void): void;
}

/** Returns the IPC channel of a forked Node. */
export function parentChannel(): ParentChannel {
  if (process.send === undefined)
    throw new Error('the core has no parent process: use headless.ts to run it alone');
  return {
    // With the callback, a message to a parent that just died raises no error event.
    send: (message) => void process.send?.(message, undefined, undefined, () => undefined),
    listen: (listener) => void process.on('message', listener),
    onParentGone: (listener) => void process.on('disconnect', listener),
  };
}
