/** The frames from a page (or main) to the core. `id` numbers the calls and subscriptions of one port. */
export type ClientFrame =
  | { readonly t: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly t: 'subscribe'; readonly id: number; readonly view: string }
  | { readonly t: 'ack'; readonly id: number; readonly payload: unknown }
  | { readonly t: 'unsubscribe'; readonly id: number };

/** The frames from the core to a page (or main). `id` is the one of the call or the subscription. */
export type ServerFrame =
  | { readonly t: 'reply'; readonly id: number; readonly reply: unknown }
  | { readonly t: 'push'; readonly id: number; readonly payload: unknown }
  | { readonly t: 'refused'; readonly id: number; readonly code: string };

/** One end of a port: of a MessagePort, of a child's IPC channel, or of two arrays in a test. */
export interface FramePort {
  post(frame: unknown): void;
  /** Sets the one receiver of this end. */
  receive(handler: (frame: unknown) => void): void;
  close(): void;
}
