/** The frames of a port between a page (or main) and the core. `id` numbers calls and subscriptions of one port. */
export type ClientFrame =
  | { readonly t: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly t: 'subscribe'; readonly id: number; readonly view: string }
  | { readonly t: 'ack'; readonly id: number; readonly payload: unknown }
  | { readonly t: 'unsubscribe'; readonly id: number };

export type ServerFrame =
  | { readonly t: 'reply'; readonly id: number; readonly reply: unknown }
  | { readonly t: 'push'; readonly id: number; readonly payload: unknown }
  | { readonly t: 'refused'; readonly id: number; readonly code: string };

/** One end of a port, whatever carries it: a MessagePort, a child's IPC channel, or two arrays in a test. */
export interface FramePort {
  post(frame: unknown): void;
  /** Sets the one receiver of this end. */
  receive(handler: (frame: unknown) => void): void;
  close(): void;
}
