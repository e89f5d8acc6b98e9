import type { Reply } from '../contract/define.ts';

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

/** True for a frame as a server sends them. Written by hand, so that a page does not load zod for it. */
export function isServerFrame(raw: unknown): raw is ServerFrame {
  if (!isObject(raw) || !Number.isSafeInteger(raw['id'])) return false;
  const { t } = raw;
  return t === 'reply' || t === 'push' || (t === 'refused' && typeof raw['code'] === 'string');
}

/** True for a value, or for an error with its code and message. */
export function isReply(raw: unknown): raw is Reply<unknown> {
  if (!isObject(raw)) return false;
  if (raw['ok'] === true) return 'value' in raw;
  const { ok, error } = raw;
  if (ok !== false || !isObject(error)) return false;
  return typeof error['code'] === 'string' && typeof error['message'] === 'string';
}

const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null;

/** One end of a port: of a MessagePort, of a child's IPC channel, or of two arrays in a test. */
export interface FramePort {
  post(frame: unknown): void;
  /** Sets the one receiver of this end. */
  receive(handler: (frame: unknown) => void): void;
  close(): void;
}
